import Testing
@testable import TypewrightRuntime

/// Every kind of body out, and every kind of answer back.
@Suite struct BodyTests {
    static let place = Place(name: "Café", stars: 3)
    static let json = #"{"name":"Café","stars":3}"#

    private func answer(_ text: String, _ mediaType: String) -> TransportResponse {
        TransportResponse(status: 200, headers: ["Content-Type": mediaType], body: .bytes(Array(text.utf8)))
    }

    private func sent(_ sample: Sample) async throws -> [String] {
        let request = try await sample.request
        return [request.headers["Content-Type"] ?? "", request.text]
    }

    @Test func json() async throws {
        let sample = Sample(answer(Self.json, "application/json"))
        #expect(try await sample.places.bodies.sendJSON(name: "Café", stars: 3) == Self.place)
        #expect(try await sent(sample) == ["application/json", Self.json])
        #expect(try await sample.places.bodies.sendVendor(body: Self.place) == Self.place)
        #expect(try await sent(sample) == ["application/vnd.place+json", Self.json])
        #expect(try await sample.request.headers["Accept"] == "application/vnd.place+json")
    }

    @Test func anOptionalBodyCanBeLeftOut() async throws {
        let sample = Sample()
        try await sample.places.bodies.sendOptional()
        #expect(try await sent(sample) == ["", ""])
        try await sample.places.bodies.sendOptional(body: [1, 2])
        #expect(try await sent(sample) == ["application/json", "[1,2]"])
    }

    @Test func aBodyThatBreaksTheRulesIsNotSent() async throws {
        let sample = Sample()
        let error = await #expect(throws: APIError.self) { try await sample.places.bodies.sendJSON(name: "") }
        #expect(error?.validation?.violations.map(\.pointer) == ["/name"])
    }

    @Test func forms() async throws {
        let sample = Sample(answer("text=a+b%26c&limit=3&exact=true&tags=x&raw=1", "application/x-www-form-urlencoded"))
        let rgb = RGB(r: 1, g: 2, b: 3)
        let found = try await sample.places.bodies.sendForm(
            text: "a b&c", limit: 3, exact: true, tags: ["x", "y"], near: rgb, color: rgb, raw: "a/b")
        #expect(found == Search(text: "a b&c", limit: 3, exact: true, tags: ["x"], raw: "1"))
        #expect(try await sent(sample) == [
            "application/x-www-form-urlencoded",
            "text=a%20b%26c&limit=3&exact=true&tags=x,y&near%5BR%5D=1&near%5BG%5D=2&near%5BB%5D=3"
                + "&color=%7B%22R%22%3A1%2C%22G%22%3A2%2C%22B%22%3A3%7D&raw=a/b",
        ])
    }

    @Test func multipart() async throws {
        let sample = Sample(answer("done", "text/plain"))
        let stream = AsyncStream<[UInt8]> { continuation in
            continuation.yield([0x61])
            continuation.yield([0x62])
            continuation.finish()
        }
        var signed = UploadFile([0x31], filename: "s.jpg", mediaType: "image/jpeg")
        signed.headers = ["X-Sign": "y"]
        let answer = try await sample.places.bodies.upload(
            file: UploadFile(.stream(stream), filename: "a\"b.png"), title: "T", stars: 5, more: [signed], tags: ["x", "y"],
            color: RGB(r: 1, g: 2, b: 3), xml: "<a/>", furtherParts: [MultipartPart("note", text: "n")])
        #expect(answer == "done")
        let request = try await sample.request
        let type = try #require(request.headers["Content-Type"])
        #expect(type.hasPrefix("multipart/form-data; boundary="))
        let boundary = type.dropFirst("multipart/form-data; boundary=".count)
        func part(_ disposition: String, _ type: String, _ body: String, _ more: String = "") -> String {
            "--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\nContent-Type: \(type)\r\n\(more)\r\n\(body)\r\n"
        }
        #expect(request.text == part(#"name="file"; filename="a%22b.png""#, "image/png", "ab")
            + part(#"name="title""#, "text/plain; charset=utf-8", "T") + part(#"name="stars""#, "text/plain; charset=utf-8", "5")
            + part(#"name="more"; filename="s.jpg""#, "image/jpeg", "1", "X-Sign: y\r\n")
            + part(#"name="tags""#, "text/plain; charset=utf-8", "x") + part(#"name="tags""#, "text/plain; charset=utf-8", "y")
            + part(#"name="color""#, "application/json", #"{"R":1,"G":2,"B":3}"#) + part(#"name="xml""#, "application/xml", "<a/>")
            + part(#"name="note""#, "text/plain; charset=utf-8", "n") + "--\(boundary)--\r\n")
    }

    @Test func multipartThatIsNoForm() async throws {
        let sample = Sample()
        try await sample.places.bodies.sendMixed(body: [try MultipartPart(json: Self.place), MultipartPart(text: "t", mediaType: "text/markdown")])
        let request = try await sample.request
        let type = try #require(request.headers["Content-Type"])
        #expect(type.hasPrefix("multipart/mixed; boundary="))
        let boundary = type.dropFirst("multipart/mixed; boundary=".count)
        #expect(request.text == "--\(boundary)\r\nContent-Type: application/json\r\n\r\n\(Self.json)\r\n"
            + "--\(boundary)\r\nContent-Type: text/markdown\r\n\r\nt\r\n--\(boundary)--\r\n")
    }

    @Test func textBytesAndXML() async throws {
        let bodies = Sample(answer("back", "text/plain"))
        #expect(try await bodies.places.bodies.sendText(body: "out") == "back")
        #expect(try await sent(bodies) == ["text/plain; charset=utf-8", "out"])
        #expect(try await bodies.places.bodies.sendBytes(body: .bytes([1, 2])) == Array("back".utf8))
        #expect(try await bodies.request.body == [1, 2])
        #expect(try await sent(bodies)[0] == "application/octet-stream")
        #expect(try await bodies.places.bodies.sendImage(body: .bytes([3]), contentType: "image/jpeg") == Array("back".utf8))
        #expect(try await sent(bodies)[0] == "image/jpeg")
        #expect(try await bodies.places.bodies.sendXML(body: "<place/>") == "back")
        #expect(try await sent(bodies) == ["application/xml", "<place/>"])
        #expect(try await bodies.request.headers["Accept"] == "application/xml")
    }

    @Test func severalTypesAtOnce() async throws {
        let sample = Sample(answer(Self.json, "application/json"))
        let bodies = sample.places.bodies
        _ = try await bodies.change(name: "n", text: "q")
        #expect(try await sent(sample) == ["application/json", #"{"name":"n"}"#])
        #expect(try await sample.request.path == "/v1/patch?text=q")
        _ = try await bodies.change(mergePatch: ["stars": nil])
        #expect(try await sent(sample) == ["application/merge-patch+json", #"{"stars":null}"#])
        _ = try await bodies.change(jsonPatch: [BodiesChangeJSONBodyItem(op: "remove", path: "/stars")])
        #expect(try await sent(sample) == ["application/json-patch+json", #"[{"op":"remove","path":"/stars"}]"#])
        _ = try await bodies.change(form: Self.place)
        #expect(try await sent(sample) == ["application/x-www-form-urlencoded", "name=Caf%C3%A9&stars=3"])
        _ = try await bodies.change(textBody: "plain")
        #expect(try await sent(sample) == ["text/plain; charset=utf-8", "plain"])
        _ = try await bodies.changeMultipart(photo: UploadFile([1], filename: "p"))
        #expect(try await sent(sample)[0].hasPrefix("multipart/form-data; boundary="))
    }

    @Test func mediaTypesThatLeaveMuchOpen() async throws {
        let sample = Sample(answer(Self.json, "image/gif"))
        let bodies = sample.places.bodies
        #expect(try await bodies.sendAnything(body: .bytes([1]), contentType: "image/gif") == Array(Self.json.utf8))
        #expect(try await sent(sample) == ["image/gif", "\u{1}"])
        #expect(try await bodies.sendAnyText(body: "é") == Self.json)
        #expect(try await sent(sample) == ["text/plain; charset=utf-8", "é"])
        _ = try await bodies.sendAnyText(body: "# é", contentType: "text/markdown")
        #expect(try await sent(sample) == ["text/markdown", "# é"])
        #expect(try await bodies.sendCharset(body: Self.place) == Self.place)
        #expect(try await sent(sample) == ["application/json; charset=utf-8", Self.json])
    }

    @Test func bodiesAndAnswersWithNames() async throws {
        let sample = Sample(answer(Self.json, "application/json"))
        #expect(try await sample.places.bodies.sendNamedMediaType(body: Self.place) == Self.place)
        #expect(try await sent(sample) == ["application/json", Self.json])
        #expect(try await sample.request.method == "PUT")
    }

    @Test func aBodyWhereFewExpectOne() async throws {
        let sample = Sample()
        try await sample.places.bodies.getWithBody(body: Self.place)
        #expect(try await sent(sample) == ["application/json", Self.json])
        #expect(try await sample.request.method == "GET")
        try await sample.places.bodies.getWithBody()
        #expect(try await sent(sample) == ["", ""])
    }

    @Test func partsInTheirOrder() async throws {
        let sample = Sample()
        let file = UploadFile([1], filename: "p.png", mediaType: "image/png")
        try await sample.places.bodies.sendParts(body: [try MultipartPart(json: Self.place), MultipartPart(file)])
        let type = try #require(try await sample.request.headers["Content-Type"])
        #expect(type.hasPrefix("multipart/related; boundary="))
        let boundary = type.dropFirst("multipart/related; boundary=".count)
        #expect(try await sample.request.text == "--\(boundary)\r\nContent-Type: application/json\r\n\r\n\(Self.json)\r\n"
            + "--\(boundary)\r\nContent-Disposition: attachment; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\n\u{1}\r\n--\(boundary)--\r\n")
    }

    // MARK: Sequences

    /// 3.2 describes the event as a whole, with what stands beside its data.
    @Test func wholeEvents() async throws {
        let text = "event: add\nid: 7\nretry: 20\ndata: one\ndata: two\n\ndata: \n\n"
        let items = [Event(event: "add", id: "7", retry: 20, data: "one\ntwo"), Event(data: "")]
        let sample = Sample(.chunks([Array(text.utf8)], headers: ["Content-Type": "text/event-stream"]))
        let answer = try await sample.places.bodies.sendWholeEvents(body: RequestItems(items))
        #expect(try await sent(sample) == ["text/event-stream", text])
        var back: [Event] = []
        for try await event in answer { back.append(event) }
        // The last ID stays until there is another.
        #expect(back == [items[0], Event(id: "7", data: "")])
    }

    private static let items = [Place(name: "a"), Place(name: "b", stars: 2)]

    private func check(
        _ text: String, _ mediaType: String, _ call: (BodiesResource, RequestItems<Place>) async throws -> ItemStream<Place>
    ) async throws {
        let sample = Sample(.chunks(text.utf8.map { [$0] }, headers: ["Content-Type": mediaType]))
        let stream = AsyncStream<Place> { continuation in
            for item in Self.items { continuation.yield(item) }
            continuation.finish()
        }
        for body in [RequestItems(Self.items), RequestItems(stream)] {
            let answer = try await call(sample.places.bodies, body)
            #expect(try await sent(sample) == [mediaType, text])
            if case .list = body.source {
                var back: [Place] = []
                for try await item in answer { back.append(item) }
                #expect(back == Self.items)
            }
        }
    }

    @Test func jsonLines() async throws {
        try await check("{\"name\":\"a\"}\n{\"name\":\"b\",\"stars\":2}\n", "application/jsonl") { try await $0.sendLines(body: $1) }
    }

    @Test func jsonSequences() async throws {
        try await check("\u{1E}{\"name\":\"a\"}\n\u{1E}{\"name\":\"b\",\"stars\":2}\n", "application/json-seq") { try await $0.sendSequence(body: $1) }
    }

    @Test func events() async throws {
        try await check("data: {\"name\":\"a\"}\n\ndata: {\"name\":\"b\",\"stars\":2}\n\n", "text/event-stream") { try await $0.sendEvents(body: $1) }
    }

    @Test func anItemThatBreaksTheRulesIsNotSent() async throws {
        let sample = Sample()
        let error = await #expect(throws: APIError.self) { _ = try await sample.places.bodies.sendLines(body: [Place(name: "a"), Place(name: "")]) }
        #expect(error?.validation?.violations.map(\.pointer) == ["/1/name"])
    }
}
