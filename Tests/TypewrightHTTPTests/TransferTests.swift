import Foundation
import Testing
import TypewrightRuntime

@testable import TypewrightHTTP

/// Files and streams. `TYPEWRIGHT_TRANSFER_MB=100` makes them large.
@Suite(.serialized) struct TransferTests {
    static let size = (ProcessInfo.processInfo.environment["TYPEWRIGHT_TRANSFER_MB"].flatMap { Int($0) } ?? 8) << 20

    static let block = [UInt8]((0..<65_536).map { UInt8(truncatingIfNeeded: $0 &* 31) })

    static func send(_ size: Int, to connection: Connection) throws {
        try connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
        var rest = size
        while rest > 0 {
            try connection.write(Array(block.prefix(rest)))
            rest -= min(rest, block.count)
        }
    }

    /// Only with large files is there something to see above what every process does.
    func checkMemory(_ grown: Int, _ what: String) {
        guard Self.size >= 64 << 20 else { return }
        #expect(grown < 32 << 20, "\(what)")
        print("\(what) of \(Self.size >> 20) MB: \(grown >> 10) KB of memory")
    }

    @Test func aDownloadGoesToTheFile() async throws {
        let file = TemporaryFile()
        try await withServer { _, connection in try Self.send(Self.size, to: connection) } _: { server in
            let client = loopbackClient(server)
            let grown = try await memoryGrowth { try await client.download(APIRequest("GET", "/x"), to: file.path) }
            #expect(file.size == Self.size)
            checkMemory(grown, "download")
            // A second one takes the place of the first.
            try await client.download(APIRequest("GET", "/x"), to: file.path)
            #expect(file.size == Self.size)
        }
    }

    @Test func aDownloadThatFailsLeavesTheOldFile() async throws {
        let file = try TemporaryFile(size: 5)
        try await withServer { incoming, connection in
            switch incoming.target {
            case "/missing": try connection.answer(404, ["Content-Type": "application/json"], "{\"a\":1}")
            case "/locked": try connection.answer(401, ["WWW-Authenticate": "Basic realm=\"x\""], "no")
            default:
                try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut")
                connection.finish()
            }
        } _: { server in
            let client = loopbackClient(server)
            let missing = await failure { try await client.download(APIRequest("GET", "/missing"), to: file.path) }
            #expect(missing?.failure?.body == Array("{\"a\":1}".utf8))
            let locked = await failure { try await client.download(APIRequest("GET", "/locked"), to: file.path) }
            #expect(locked?.status == 401)
            let cut = await failure { try await client.download(APIRequest("GET", "/cut"), to: file.path) }
            #expect(cut?.kind == "connection")
            let nowhere = await failure { try await client.download(APIRequest("GET", "/missing/x"), to: "/nowhere/at/all") }
            #expect(nowhere != nil)
            #expect(file.size == 5)
        }
    }

    @Test func aDownloadFollowsRedirects() async throws {
        let file = TemporaryFile()
        try await withServer { incoming, connection in
            if incoming.target == "/x" {
                try connection.answer(302, ["Location": "/y"], "moved")
            } else {
                try connection.answer(200, [:], "the file")
            }
        } _: { server in
            try await loopbackClient(server).download(APIRequest("GET", "/x"), to: file.path)
            #expect(file.size == 8)
        }
    }

    @Test func anUploadComesFromTheFile() async throws {
        let file = try TemporaryFile(size: Self.size)
        try await withServer { incoming, connection in try connection.answer(200, [:], "\(incoming.bodyLength)") } _: { server in
            let client = loopbackClient(server)
            var request = APIRequest("PUT", "/sink")
            request.bytes(.file(file.path))
            let ready = request
            let grown = try await memoryGrowth {
                let size: Int = try await client.value(of: ready)
                #expect(size == Self.size)
            }
            checkMemory(grown, "upload")
            #expect(server.requests.first?.headers["content-length"] == "\(Self.size)")
            #expect(server.requests.first?.headers["transfer-encoding"] == nil)
        }
    }

    /// A server closes a kept connection at the moment when the next request comes. That one is sent once more, and
    /// with all of its body.
    @Test(arguments: [10, 200_000, 12 << 20], [false, true]) func aKeptConnectionThatCloses(size: Int, isFile: Bool) async throws {
        let file = try TemporaryFile(size: size)
        try await withServer { incoming, connection in
            if connection.requestCount == 2 { return connection.finish() }
            try connection.answer(200, [:], "\(incoming.bodyLength)")
        } _: { server in
            let client = loopbackClient(server)
            var request = APIRequest("POST", "/sink")
            request.bytes(isFile ? .file(file.path) : .bytes([UInt8](repeating: 7, count: size)))
            for _ in 0..<2 {
                let received: Int = try await client.value(of: request)
                #expect(received == size)
            }
            #expect(server.connections == 2)
            #expect(server.requests.map(\.bodyLength) == [size, size, size])
        }
    }

    /// The server answers, or breaks the connection, before it has read the file.
    @Test(arguments: [1 << 20, 24 << 20]) func anUploadThatIsCutOff(size: Int) async throws {
        let file = try TemporaryFile(size: size)
        let (listener, port) = try listenOnLoopback()
        let thread = Thread { answerEarly(listener, times: 20) }
        thread.start()
        var request = APIRequest("PUT", "/x")
        request.bytes(.file(file.path))
        let ready = request
        let client = loopbackClient(at: "http://127.0.0.1:\(port)")
        for _ in 0..<20 {
            let error = await failure { try await client.send(ready) }
            #expect(error?.kind == "connection" || error?.status == 413)
        }
    }

    @Test func aStreamIsUploaded() async throws {
        let size = Self.size
        try await withServer { incoming, connection in try connection.answer(200, [:], "\(incoming.bodyLength)") } _: { server in
            let client = loopbackClient(server)
            var request = APIRequest("POST", "/sink")
            request.bytes(.once(ByteStream(source: Blocks(total: size))))
            let ready = request
            let grown = try await memoryGrowth {
                let length: Int = try await client.value(of: ready)
                #expect(length == size)
            }
            checkMemory(grown, "streamed upload")
        }
        #expect(try spooledFiles() == [])
    }

    /// What this process has in the temporary directory.
    func spooledFiles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
            .filter { $0.hasPrefix("typewright-\(ProcessInfo.processInfo.processIdentifier)-") && $0.hasSuffix(".upload") }
    }

    /// While it is spooled, and while it is sent.
    @Test(arguments: [false, true]) func aStreamThatIsCancelledLeavesNoFile(whileSending: Bool) async throws {
        let (listener, port) = try listenOnLoopback()
        defer { close(listener) }
        var request = APIRequest("POST", "/x")
        request.bytes(.once(ByteStream(source: whileSending ? Blocks(total: 24 << 20) : Blocks(total: .max, pause: .milliseconds(5)))))
        let ready = request
        let transport = URLSessionTransport()
        let client = loopbackClient(at: "http://127.0.0.1:\(port)", transport)
        let task = Task { try await client.send(ready) }
        #expect(await eventually { try spooledFiles().count == 1 && (!whileSending || transport.openTasks == 1) })
        task.cancel()
        #expect(await failure { try await task.value }?.kind == "cancelled")
        #expect(await eventually { try spooledFiles() == [] })
    }

    /// Bytes that are made when they are asked for.
    actor Blocks: ByteSource {
        private var rest: Int
        private let pause: Duration?
        init(total: Int, pause: Duration? = nil) {
            rest = total
            self.pause = pause
        }
        func next() async throws -> [UInt8]? {
            guard rest > 0 else { return nil }
            if let pause { try await Task.sleep(for: pause) }
            let count = min(rest, TransferTests.block.count)
            rest -= count
            return Array(TransferTests.block.prefix(count))
        }
    }

    @Test func multipartWithAFile() async throws {
        let file = try TemporaryFile(size: 100_000)
        try await withServer { incoming, connection in try connection.answer(200, [:], "\(incoming.bodyLength)") } _: { server in
            var request = APIRequest("POST", "/x")
            request.part("purpose", "test")
            request.part("file", UploadFile(path: file.path, mediaType: "audio/wav"))
            try await loopbackClient(server).send(request)
            let incoming = try #require(server.requests.first)
            let boundary = try #require(incoming.headers["content-type"]?.split(separator: "=").last)
            #expect(incoming.headers["content-length"] == "\(incoming.bodyLength)")
            #expect(incoming.text.hasPrefix("--\(boundary)\r\nContent-Disposition: form-data; name=\"purpose\"\r\n"))
            #expect(incoming.body.suffix(boundary.utf8.count + 6) == Array("--\(boundary)--\r\n".utf8)[...])
            #expect(incoming.bodyLength > 100_000)
        }
    }

    @Test func aFileThatIsNotThere() async throws {
        try await withServer { _, connection in try connection.answer(200) } _: { server in
            var request = APIRequest("PUT", "/x")
            request.bytes(.file("/nowhere/x"))
            let ready = request
            let error = await failure { try await loopbackClient(server).send(ready) }
            #expect(error?.kind == "file")
            #expect(server.requests.isEmpty)
        }
    }

    @Test func aLargeStreamThatIsReadAtOnce() async throws {
        try await withServer { _, connection in try Self.send(Self.size, to: connection) } _: { server in
            let stream = try await loopbackClient(server).stream(of: APIRequest("GET", "/x"))
            var count = 0
            for try await chunk in stream { count += chunk.count }
            #expect(count == Self.size)
        }
    }

    /// A reader that does not read: the stream is paused, or fails at its limit; it never holds more. On Linux
    /// it fails.
    @Test func aStreamThatNobodyReadsHasALimit() async throws {
        var settings = URLSessionTransport.Settings()
        settings.streamPauseBytes = 256 << 10
        settings.streamLimitBytes = 2 << 20
        let transport = URLSessionTransport(settings)
        try await withServer { _, connection in try Self.send(64 << 20, to: connection) } _: { server in
            let stream = try await loopbackClient(server, transport).stream(of: APIRequest("GET", "/x"))
            // On Linux the transfer goes on until the limit ends it.
            #if !canImport(Darwin)
            #expect(await eventually { transport.openTasks == 0 })
            #endif
            var count = 0
            do {
                for try await chunk in stream { count += chunk.count }
                #expect(count == 64 << 20)
                #if !canImport(Darwin)
                Issue.record("the stream was held in memory, or paused")
                #endif
            } catch {
                #expect((error as? APIError)?.kind == "limit")
                #expect(count <= 4 << 20)
            }
        }
    }
}

/// Takes connections, and answers or resets each as soon as its first bytes are there.
private func answerEarly(_ listener: Int32, times: Int) {
    for number in 0..<times {
        let connection = Connection(accept(listener, nil, nil))
        connection.readSome()
        if number % 2 == 0 {
            try? connection.write("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            connection.finish()
        } else {
            connection.reset()
        }
    }
    close(listener)
}

/// How much the resident memory of the process grows while something runs.
func memoryGrowth(_ work: () async throws -> Void) async throws -> Int {
    let before = residentBytes()
    let peak = Peak(before)
    let watcher = Task {
        while !Task.isCancelled {
            await peak.note(residentBytes())
            try? await Task.sleep(for: .milliseconds(5))
        }
    }
    defer { watcher.cancel() }
    try await work()
    await peak.note(residentBytes())
    return await peak.bytes - before
}

private actor Peak {
    private(set) var bytes: Int
    init(_ bytes: Int) { self.bytes = bytes }
    func note(_ value: Int) { bytes = max(bytes, value) }
}

/// 0 where the system does not tell as Linux does.
private func residentBytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
}
