import Foundation
import Revox
import Testing
import TypewrightTestSupport
@testable import TypewrightMock

/// `typewright mock` as people start and stop it, and what `curl` sees of it.
@Suite(.serialized, .aside) struct CommandTests {
    private static let curl: String? = ["/usr/bin/curl", "/bin/curl", "/usr/local/bin/curl"].first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(.enabled(if: curl != nil, "skipped: there is no curl")) func transcripts() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Transcripts")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
        #expect(names.count == 8)
        for name in names {
            let file = folder.appendingPathComponent(name)
            let expected = try String(contentsOf: file, encoding: .utf8)
            let text = try transcript(of: expected)
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
                try Data(text.utf8).write(to: file)
                Issue.record("rewritten: \(name)")
            } else {
                #expect(text == expected, "\(name)")
            }
        }
    }

    private let end = "$ # Ctrl-C"

    /// The first line starts the mock, the others are requests; in between stands what they say.
    private func transcript(of golden: String) throws -> String {
        let commands = golden.split(separator: "\n").filter { $0.hasPrefix("$ ") && $0 != end }.map { String($0.dropFirst(2)) }
        let first = try #require(commands.first)
        let mock = try MockProcess(first.split(separator: " ").dropFirst(2).map(String.init))
        defer { mock.kill() }
        let port = try #require(mock.port)
        var text = "$ \(first)\n"
        for command in commands.dropFirst() {
            let line = command.replacingOccurrences(of: "localhost:4010", with: "127.0.0.1:\(port)").replacingOccurrences(of: "curl ", with: "curl -s -i --max-time 20 ")
            let said = try MockProcess.shell(line)
            text += "$ \(command)\n" + normalised(said, port)
        }
        let (status, log) = mock.stop(SIGINT)
        return text + end + "\n" + normalised(log, port) + "exit \(status)\n"
    }

    private func normalised(_ text: String, _ port: Int) -> String {
        var lines = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "127.0.0.1:\(port)", with: "localhost:4010")
        lines = lines.replacing(/Date: [^\n]*/, with: "Date: then").replacing(/[0-9.]+ ms/, with: "N ms").replacing(/"ms":[0-9.]+/, with: "\"ms\":0")
        lines = lines.replacing(/Retry-After: 3(600|599)\n/, with: "Retry-After: 3600\n")
        lines = lines.replacing(/20[0-9-]+T[0-9:.]+Z/, with: "2026-01-01T00:00:00.000Z")
        return lines.isEmpty || lines.hasSuffix("\n") ? lines : lines + "\n"
    }

    @Test(arguments: [SIGINT, SIGTERM]) func signalsEndItCleanly(_ signal: Int32) throws {
        let mock = try MockProcess(["--port", "0"])
        defer { mock.kill() }
        #expect(mock.port != nil)
        let (status, log) = mock.stop(signal)
        #expect(status == 0)
        #expect(log.hasSuffix("Stopped.\n"))
    }

    @Test func aBusyPortIsOneClearError() throws {
        let first = try MockProcess(["--port", "0"])
        defer { first.kill() }
        let port = try #require(first.port)
        let second = try MockProcess(["--port", "\(port)"])
        #expect(second.wait() == 1)
        #expect(second.errors == "error: port \(port) on 127.0.0.1 is taken: stop what listens there, or choose another with --port (0: any that is free)\n")
    }
}

extension CommandTests {
    @Test func quietIsQuiet() throws {
        // A port that was free just now.
        let port = try withServer { $0 }
        let mock = try MockProcess(["--port", "\(port)", "--quiet"])
        defer { mock.kill() }
        var client: RawClient?
        #expect(eventually {
            client = RawClient(port: port)
            return client != nil
        })
        client?.send("GET /assistants HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(client?.answer()?.status == 401)
        #expect(mock.stop(SIGTERM) == (0, ""))
        #expect(mock.errors == "")
    }

    /// What the page shows as Swift stands in a file of these tests, so that it compiles; and it works.
    @Test func theSwiftOfThePageCompiles() async throws {
        let mock = try MockProcess(["--port", "0", "--stateful"])
        defer { mock.kill() }
        let port = try #require(mock.port)
        let client = try #require(RawClient(port: port))
        client.send("POST /__typewright/swift HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(WrittenCall.request.utf8.count)\r\n\r\n\(WrittenCall.request)")
        let body = try #require(client.answer()?.body)
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("WrittenCall.swift")
        let source = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let call = source.drop { $0 != "// The call:" }.dropFirst().prefix { $0 != "// That is all." }
        let written = try #require(JSON(text: body)?["swift"]?.string)
        #expect(written.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } == Array(call))
        let made = try await WrittenCall.make(RevoxClient(apiKey: "any", baseURL: "http://127.0.0.1:\(port)")).assistant
        #expect(made.name == "Ada \"A\" \\(x)")
        #expect(made.maxCallDurationSecs == 90)
    }

    /// Ctrl-C while requests are on their way: they are answered first.
    @Test func answersInFlightArriveBeforeTheEnd() throws {
        let mock = try MockProcess(["--port", "0"])
        defer { mock.kill() }
        let port = try #require(mock.port)
        let client = try #require(RawClient(port: port))
        client.send("GET /assistants HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\nPrefer: delay=400\r\n\r\n")
        #expect(eventually { mock.log.contains("GET    /assistants") })
        #expect(mock.stop(SIGINT).0 == 0)
        #expect(client.answer()?.status == 200)
        #expect(client.readToEnd() == [])
    }

    @Test func aWebhookIsSentOnce() throws {
        let received = Locked<[ServerRequest]>([])
        try withServer(handler: { request in
            received.use { $0.append(request) }
            return ServerAnswer(status: request.path == "/hooks" ? 204 : 500)
        }) { port in
            let document = Mocking.repository.appendingPathComponent("Tests/TypewrightMockTests/Ends/Transcripts/pets.yaml").path
            let order = [document, "--send-webhook", "newPet", "--secret", "whsec_c2VjcmV0", "--to"]
            let sent = try MockProcess(order + ["http://127.0.0.1:\(port)/hooks"])
            #expect(sent.wait() == 0)
            #expect(sent.log == "newPet to http://127.0.0.1:\(port)/hooks: 204, 38 bytes\n")
            // An answer that is no success is a failure of the command too.
            #expect(try MockProcess(order + ["http://127.0.0.1:\(port)/elsewhere"]).wait() == 1)
        }
        let first = try #require(received.use { $0.first })
        #expect(received.use { $0.count } == 2)
        #expect(String(decoding: first.body, as: UTF8.self) == #"{"tag":"T1","name":"Tom","kind":"cat"}"#)
        #expect(first.headers["webhook-signature"]?.hasPrefix("v1,") == true)
    }
}

/// The tool as a process of its own.
private final class MockProcess {
    private let process = Process()
    private let output: URL
    private let complaints: URL

    private static let tool: URL = {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 where !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("typewright").path) {
            folder = folder.deletingLastPathComponent()
        }
        return folder.appendingPathComponent("typewright")
    }()

    init(_ arguments: [String]) throws {
        let folder = FileManager.default.temporaryDirectory
        output = folder.appendingPathComponent("mock-\(UUID().uuidString).out")
        complaints = folder.appendingPathComponent("mock-\(UUID().uuidString).err")
        for file in [output, complaints] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.executableURL = MockProcess.tool
        process.arguments = ["mock"] + arguments
        process.currentDirectoryURL = Mocking.repository
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaints)
        try Signals.unblocked { try process.run() }
    }

    deinit {
        for file in [output, complaints] { try? FileManager.default.removeItem(at: file) }
    }

    var log: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
    var errors: String { (try? String(contentsOf: complaints, encoding: .utf8)) ?? "" }

    /// The port that it says it listens on.
    lazy var port: Int? = {
        _ = eventually { (log + errors).contains("Ctrl-C stops.") || !process.isRunning }
        return (log + errors).firstMatch(of: /http:\/\/127\.0\.0\.1:([0-9]+)/).flatMap { Int($0.1) }
    }()

    func wait() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// The exit code, or minus the signal that it died of, and all that it printed.
    func stop(_ signal: Int32) -> (Int32, String) {
        Foundation.kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return (process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus, log)
    }

    func kill() { if process.isRunning { process.terminate() } }

    static func shell(_ line: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line + " 2>&1"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        try Signals.unblocked { try process.run() }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
