import Foundation
import Testing
import TypewrightTestSupport

/// `--allow-network`, against a server of this machine.
@Suite(.aside, .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/curl"), "curl is not here"))
struct NetworkTests {
    private func document(_ reference: String) -> String {
        """
        {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {}, "components": {"schemas": {"A": {"$ref": "\(reference)"}}}}
        """
    }

    @Test func fetchesWhatReferencesAskFor() async throws {
        let server = try FileServer([
            "/models/a.json": #"{"type": "object", "properties": {"b": {"$ref": "b.yaml#/B"}}}"#,
            "/models/b.yaml": "B: {type: object, properties: {name: {type: string}}}",
        ])
        let scratch = try Scratch()
        try scratch.write(document("http://127.0.0.1:\(server.port)/models/a.json"), to: "document.json")
        let result = try Tool.run("typewright generate document.json --output out --allow-network", in: scratch.url)
        #expect(result.errors == "")
        #expect(result.status == 0)
        #expect(Set(scratch.files(below: "out").keys).isSuperset(of: ["A.swift", "B.swift"]))
        #expect(scratch.files(below: "out")["A.swift"]?.contains("public var b: B?") == true)
        #expect(server.requests == ["/models/a.json", "/models/b.yaml"])
    }

    @Test func theDocumentItselfMayBeAURL() async throws {
        let server = try FileServer(["/api/document.json": document("a.json"), "/api/a.json": #"{"type": "object", "properties": {"b": {}}}"#])
        let scratch = try Scratch()
        let result = try Tool.run("typewright generate http://127.0.0.1:\(server.port)/api/document.json --output out --allow-network", in: scratch.url)
        #expect(result.errors == "")
        #expect(scratch.files(below: "out")["A.swift"] != nil)
    }

    @Test func nothingIsAskedForWithoutTheFlag() async throws {
        let server = try FileServer([:])
        let scratch = try Scratch()
        try scratch.write(document("http://127.0.0.1:\(server.port)/a.json"), to: "document.json")
        let result = try Tool.run("typewright generate document.json --output out", in: scratch.url)
        #expect(result.status == 0)
        #expect(result.errors.contains("[unknown-url]") && result.errors.contains("--allow-network"))
        #expect(server.requests.isEmpty)
    }

    /// What was asked for and did not come is an error: else what comes out would depend on the day.
    @Test(arguments: [
        ("/missing.json", "404"), ("/large.json", "Maximum file size exceeded"), ("/endless.json", "larger than 64 MB"), ("/away.json", "file"),
    ])
    func whatDoesNotComeIsAnError(path: String, told: String) async throws {
        let server = try FileServer([:])
        let scratch = try Scratch()
        try scratch.write(document("http://127.0.0.1:\(server.port)\(path)"), to: "document.json")
        let result = try Tool.run("typewright generate document.json --output out --allow-network", in: scratch.url)
        #expect(result.status == 1)
        #expect(result.errors.contains("document.json:1:") && result.errors.contains("[unfetched-url]") && result.errors.contains(told), "\(result.errors)")
        #expect(scratch.files(below: "out").isEmpty)
    }
}

/// Answers with files, one connection after another, until it is let go.
final class FileServer: @unchecked Sendable {
    let port: UInt16
    private let socket: Int32
    private let files: [String: String]
    private let lock = NSLock()
    private var paths: [String] = []

    var requests: [String] { lock.withLock { paths } }

    init(_ files: [String: String]) throws {
        self.files = files
        #if canImport(Glibc)
        let stream = Int32(SOCK_STREAM.rawValue)
        #else
        let stream = SOCK_STREAM
        #endif
        let socket = Foundation.socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 8) == 0 && getsockname(socket, address, &length) == 0
            }
        }
        try #require(isBound)
        self.socket = socket
        port = UInt16(bigEndian: address.sin_port)
        let thread = Thread { [weak self] in
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0, let self else { return }
                self.answer(connection)
                close(connection)
            }
        }
        thread.start()
    }

    deinit {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }

    private func answer(_ connection: Int32) {
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = read(connection, &buffer, buffer.count)
        let words = String(decoding: buffer[..<max(0, count)], as: UTF8.self).split(separator: " ")
        guard words.count > 1 else { return }
        let path = String(words[1])
        lock.withLock { paths.append(path) }
        if let text = files[path] {
            send("HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\nConnection: close\r\n\r\n\(text)", to: connection)
        } else if path == "/large.json" {
            send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n", to: connection)
        } else if path == "/endless.json" {
            send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", to: connection)
            let megabyte = String(repeating: " ", count: 1 << 20)
            for _ in 0..<80 where !send(megabyte, to: connection) { return }
        } else if path == "/away.json" {
            send("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", to: connection)
        } else {
            send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", to: connection)
        }
    }

    @discardableResult
    private func send(_ text: String, to connection: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            #if canImport(Glibc)
            let count = rest.withUnsafeBytes { Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            #else
            let count = rest.withUnsafeBytes { Foundation.send(connection, $0.baseAddress, $0.count, 0) }
            #endif
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
