import Foundation
import Testing
import TypewrightTestSupport
import TypewrightSpec
@testable import TypewrightMock

/// The page in a real browser, driven by a script that is served beside the page's own.
@Suite struct BrowserTests {
    /// Debian's name, and others'.
    static let browser = ["chromium", "chromium-browser", "google-chrome"].lazy.flatMap { name in
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
    }.first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(.enabled(if: browser != nil, "no Chromium here: apt-get install chromium"))
    func worksForSomebodyWhoTriesItOut() throws {
        let result = Locked<String?>(nil)
        let spec = try #require(PageDocuments.spec())
        let mock = Mock(spec, writeSwift: { "swift " + $0.parameters.map { "\($0.name)=\(PageJSON.value($0.value))" }.joined(separator: " ") })
        let told = try withServer(handler: { request in
            switch (request.method, request.path) {
            case ("GET", "/drive.js"): return ServerAnswer(status: 200, type: "text/javascript", PageDriver.script)
            case ("POST", "/result"):
                result.use { $0 = String(decoding: request.body, as: UTF8.self) }
                return ServerAnswer(status: 204)
            case ("GET", "/"):
                // The page as it is, its policy too, and one more script of the same origin.
                var answer = mock.answer(to: request)
                answer.body = .bytes(Array((PageAssets.markup + #"<script src="/drive.js" defer></script>"#).utf8))
                return answer
            default: return mock.answer(to: request)
            }
        }) { port in
            var complaints = ""
            // A browser that falls over, as they do on a busy machine, is started again; a page that is wrong is not tried twice.
            for _ in 0..<3 where result.use({ $0 == nil }) {
                complaints += try Browser.visit("http://127.0.0.1:\(port)/", with: try #require(Self.browser)) { result.use { $0 != nil } }
            }
            return try #require(result.use { $0 }, "the browser did not answer: \(complaints)")
        }
        let lines = told.split(separator: "\n").map(String.init)
        for line in lines where !line.hasPrefix("ok ") { Issue.record("\(line)") }
        // A script that stops half-way has not tested the rest.
        #expect(lines.count == 25)
    }
}

private enum Browser {
    /// Opens an address without a window, until `isDone` or a minute has passed, and ends all that it started.
    /// Says what the browser complained of.
    static func visit(_ address: String, with path: String, until isDone: () -> Bool) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("typewright-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let complaints = folder.appendingPathComponent("complaints")
        _ = FileManager.default.createFile(atPath: complaints.path, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--user-data-dir=\(folder.path)/profile", "--window-size=500,900", address,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: complaints)
        process.standardInput = FileHandle.nullDevice
        try Signals.unblocked { try process.run() }
        let deadline = Date(timeIntervalSinceNow: 60)
        while !isDone(), process.isRunning, Date() < deadline { usleep(20_000) }
        let isRunning = process.isRunning
        process.terminate()
        let patience = Date(timeIntervalSinceNow: 5)
        while process.isRunning, Date() < patience { usleep(20_000) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        let said = (try? String(contentsOf: complaints, encoding: .utf8)) ?? ""
        return (isRunning ? "no answer in a minute" : "it ended with \(process.terminationStatus)") + ": \(said.suffix(600))\n"
    }
}
