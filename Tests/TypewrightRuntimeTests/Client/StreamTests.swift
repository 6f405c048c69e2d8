import Testing
import TypewrightRuntime

@Suite struct StreamTests {
    static let events = """
        \u{FEFF}: a comment\r\n\
        data: one\r\n\
        \r\n\
        event: named\rdata:two\rdata:  lines\rid: 7\r\r\
        retry: 2500\ndata\nunknown: x\n\n\
        id: a\u{0}b\ndata: é\n\n\
        event: nothing\n\n\
        retry: 1x\nid\ndata: {"a": 1}\n\n\
        data: not finished
        """

    static let expected = [
        ServerSentEvent(data: "one"),
        ServerSentEvent(event: "named", data: "two\n lines", lastEventID: "7"),
        ServerSentEvent(data: "", lastEventID: "7", retry: 2500),
        ServerSentEvent(data: "é", lastEventID: "7"),
        ServerSentEvent(data: "{\"a\": 1}"),
    ]

    func client(_ text: String, chunk size: Int) -> APIClient {
        let bytes = Array(text.utf8)
        let chunks = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
        return testClient(InMemoryTransport { _ in .chunks(chunks) })
    }

    func collect<Items: AsyncSequence>(_ items: Items) async throws -> [Items.Element] {
        var all: [Items.Element] = []
        for try await item in items { all.append(item) }
        return all
    }

    @Test(arguments: [1, 2, 3, 5, 7, 16, 1000]) func eventsWhateverTheSplit(size: Int) async throws {
        let stream = try await client(Self.events, chunk: size).events(of: APIRequest("GET", "/x"))
        #expect(try await collect(stream) == Self.expected)
    }

    @Test func everySplitIntoTwo() async throws {
        let bytes = Array(Self.events.utf8)
        for cut in bytes.indices {
            let client = testClient(InMemoryTransport { _ in .chunks([Array(bytes[..<cut]), Array(bytes[cut...])]) })
            let events = try await collect(try await client.events(of: APIRequest("GET", "/x")))
            #expect(events == Self.expected, "cut at \(cut)")
        }
    }

    @Test func typedEventsUpToTheEnd() async throws {
        let text = "data: {\"a\":1}\n\ndata: {\"a\":\ndata: 2}\n\ndata: [DONE]\n\ndata: {\"a\":3}\n\n"
        let stream = try await client(text, chunk: 4).events(of: APIRequest("GET", "/x"), as: JSONValue.self, end: "[DONE]")
        #expect(try await collect(stream) == [["a": 1], ["a": 2]])
    }

    @Test func wholeEvents() async throws {
        let text = "id: 1\nevent: e\nretry: 5\ndata: \"x\"\n\ndata: y\n\n"
        let stream = try await client(text, chunk: 3).wholeEvents(of: APIRequest("GET", "/x"), as: JSONValue.self)
        #expect(try await collect(stream) == [["data": "\"x\"", "event": "e", "id": "1", "retry": 5], ["data": "y", "id": "1"]])
    }

    @Test(arguments: [1, 2, 5, 100]) func lines(size: Int) async throws {
        let stream = try await client("{\"a\":1}\r\n\n  \n[2]\n3", chunk: size).lines(of: APIRequest("GET", "/x"), as: JSONValue.self)
        #expect(try await collect(stream) == [["a": 1], [2], 3])
    }

    @Test(arguments: [1, 2, 5, 100]) func sequences(size: Int) async throws {
        let text = "\u{1E}{\"a\":\n1}\n\u{1E}\u{1E}[2]\n\u{1E}3\n"
        let stream = try await client(text, chunk: size).sequence(of: APIRequest("GET", "/x"), as: JSONValue.self)
        #expect(try await collect(stream) == [["a": 1], [2], 3])
    }

    @Test func anItemThatIsNoneSaysWhichItWas() async throws {
        let stream = try await client("1\nx\n3\n", chunk: 2).lines(of: APIRequest("GET", "/x"), as: Int.self)
        var items: [Int] = []
        do {
            for try await item in stream { items.append(item) }
            Issue.record("the second line was taken")
        } catch {
            guard case .undecodableBody(let failure) = error as? APIError else { throw error }
            #expect(failure.body == Array("x".utf8))
        }
        #expect(items == [1])
    }

    @Test func itemsAreCheckedIfToldSo() async throws {
        let options = RequestOptions(validation: ValidationPolicy(responses: .reject))
        let stream = try await client("1\n9\n", chunk: 1).lines(of: APIRequest("GET", "/x"), options, as: Speed.self)
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next()?.value == 1)
        await #expect { try await iterator.next() } throws: { error in
            if case .invalidResponse = error as? APIError { true } else { false }
        }
    }

    @Test func anItemHasALimit() async throws {
        let client = testClient(InMemoryTransport { _ in .chunks(Array(repeating: [0x61], count: 100)) }) { $0.maximumItemBytes = 50 }
        let stream = try await client.lines(of: APIRequest("GET", "/x"), as: Int.self)
        await #expect { try await collect(stream) } throws: { error in
            if case .limit = error as? APIError { true } else { false }
        }
    }

    @Test func aStreamMayNotBeSilentForTooLong() async throws {
        let silent = AsyncStream<[UInt8]> { $0.yield([0x31, 0x0A]) }
        let transport = InMemoryTransport { _ in TransportResponse(status: 200, body: .stream(ByteStream(silent))) }
        let client = testClient(transport) { $0.streamTimeout = .milliseconds(30) }
        let stream = try await client.lines(of: APIRequest("GET", "/x"), as: Int.self)
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        await #expect { try await iterator.next() } throws: { error in
            if case .timeout = error as? APIError { true } else { false }
        }
    }

    @Test func aBodyHasALimit() async {
        let transport = InMemoryTransport { _ in .chunks(Array(repeating: [0x61], count: 100)) }
        let client = testClient(transport) { $0.maximumResponseBytes = 50 }
        await #expect { try await client.bytes(of: APIRequest("GET", "/x")) } throws: { error in
            if case .limit = error as? APIError { true } else { false }
        }
    }
}
