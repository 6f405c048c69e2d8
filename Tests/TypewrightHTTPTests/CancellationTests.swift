import Foundation
import Testing
import TypewrightRuntime

@testable import TypewrightHTTP

/// Cancelling at each stage ends the call at once and leaves nothing behind.
@Suite(.serialized) struct CancellationTests {
    /// Cancels a call as soon as something holds. It has to end as cancelled: uncancelled, each of these calls
    /// lasts until its timeout and ends as that.
    func cancel(
        _ server: LoopbackServer, _ transport: URLSessionTransport, when ready: () async -> Bool,
        _ call: @escaping @Sendable (APIClient) async throws -> Void
    ) async throws {
        let client = loopbackClient(server, transport)
        let task = Task { try await call(client) }
        let isReady = await eventually { await ready() }
        #expect(isReady)
        task.cancel()
        let error = await failure { try await task.value }
        #expect(error?.kind == "cancelled")
        let isOver = await eventually { transport.openTasks == 0 && server.openConnections == 0 }
        #expect(isOver, "\(transport.openTasks) tasks, \(server.openConnections) connections")
    }

    @Test func beforeTheStart() async throws {
        let transport = URLSessionTransport()
        try await withServer { _, connection in try connection.answer(200) } _: { server in
            try await cancel(server, transport, when: { true }) { client in
                withUnsafeCurrentTask { $0?.cancel() }
                try await client.send(APIRequest("GET", "/x"))
            }
            #expect(server.requests.isEmpty)
        }
    }

    /// A listener whose queue is full lets nobody in, and says nothing.
    @Test func whileConnecting() async throws {
        let transport = URLSessionTransport()
        let (listener, port) = try listenOnLoopback(queue: 0)
        defer { close(listener) }
        try connectToLoopback(port)
        let client = loopbackClient(at: "http://127.0.0.1:\(port)", transport)
        let task = Task { try await client.send(APIRequest("GET", "/x")) }
        #expect(await eventually { transport.openTasks == 1 })
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        #expect(await failure { try await task.value }?.kind == "cancelled")
        #expect(await eventually { transport.openTasks == 0 })

        let late = await failure { try await client.send(APIRequest("GET", "/x"), RequestOptions(timeout: .milliseconds(100))) }
        #expect(late?.kind == "timeout")
        #expect(await eventually { transport.openTasks == 0 })
    }

    @Test func whileWaitingForTheHead() async throws {
        let transport = URLSessionTransport()
        try await withServer { _, connection in
            if connection.waitForClose(milliseconds: 60_000) { connection.finish() }
        } _: { server in
            try await cancel(server, transport, when: { server.requests.count == 1 }) { client in
                try await client.send(APIRequest("GET", "/x"))
            }
        }
    }

    @Test func whileTheBodyArrives() async throws {
        let transport = URLSessionTransport()
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsome")
            if connection.waitForClose(milliseconds: 60_000) { connection.finish() }
        } _: { server in
            try await cancel(server, transport, when: {
                try? await Task.sleep(for: .milliseconds(100))
                return server.requests.count == 1
            }) { client in
                try await client.send(APIRequest("GET", "/x"))
            }
        }
    }

    @Test func whileAStreamIsRead() async throws {
        let transport = URLSessionTransport()
        let reader = Reader()
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n")
            if connection.waitForClose(milliseconds: 60_000) { connection.finish() }
        } _: { server in
            try await cancel(server, transport, when: { await reader.count == 1 }) { client in
                for try await _ in try await client.events(of: APIRequest("GET", "/x")) { await reader.note() }
            }
        }
    }

    @Test func whileAFileIsDownloaded() async throws {
        let transport = URLSessionTransport()
        let file = TemporaryFile()
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsome")
            if connection.waitForClose(milliseconds: 60_000) { connection.finish() }
        } _: { server in
            let path = file.path
            try await cancel(server, transport, when: { server.requests.count == 1 }) { client in
                try await client.download(APIRequest("GET", "/x"), to: path)
            }
            #expect(file.size == nil)
        }
    }

    @Test func whileAFileIsUploaded() async throws {
        let transport = URLSessionTransport()
        let file = try TemporaryFile(size: 32 << 20)
        // A server that takes the connection and reads nothing.
        let (listener, port) = try listenOnLoopback()
        defer { close(listener) }
        var request = APIRequest("PUT", "/x")
        request.bytes(.file(file.path))
        let ready = request
        let client = loopbackClient(at: "http://127.0.0.1:\(port)", transport)
        let task = Task { try await client.send(ready) }
        try await Task.sleep(for: .milliseconds(200))
        task.cancel()
        let error = await failure { try await task.value }
        #expect(error?.kind == "cancelled")
        let isOver = await eventually { transport.openTasks == 0 }
        #expect(isOver)
    }

    /// Letting a stream go is as good as cancelling it.
    @Test func aStreamThatIsLetGo() async throws {
        let transport = URLSessionTransport()
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\n\r\ndata: 1\n\n")
            if connection.waitForClose(milliseconds: 60_000) { connection.finish() }
        } _: { server in
            let client = loopbackClient(server, transport)
            for try await event in try await client.events(of: APIRequest("GET", "/x")) {
                #expect(event.data == "1")
                break
            }
            let isOver = await eventually { transport.openTasks == 0 && server.openConnections == 0 }
            #expect(isOver)
        }
    }

    actor Reader {
        private(set) var count = 0
        func note() { count += 1 }
    }
}
