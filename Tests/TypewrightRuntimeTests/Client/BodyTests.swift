import Testing
import TypewrightRuntime

@Suite struct BodyTests {
    @Test func json() async throws {
        var request = APIRequest("POST", "/x")
        request.json(["b": 1, "a": nil] as JSONValue)
        let plain = try #require(try await sent(request))
        #expect(plain.text == #"{"b":1,"a":null}"#)
        #expect(plain.headers["content-type"] == "application/json")

        request.json(["a"], mediaType: "application/merge-patch+json")
        #expect(try await sent(request)?.headers["content-type"] == "application/merge-patch+json")
    }

    @Test func extraFieldsReplaceThoseOfTheSameName() async throws {
        var request = APIRequest("POST", "/x")
        request.json(["b": 1, "a": 2] as JSONValue)
        let options = RequestOptions(query: ["q": "a b"], bodyFields: ["c": [true], "b": "x"])
        let recorded = try #require(try await sent(request, options))
        #expect(try JSONValue(json: recorded.body) == ["b": "x", "a": 2, "c": [true]])
        #expect(recorded.path == "/v1/x?q=a%20b")

        request.json(["no object"])
        let list = request
        await #expect(throws: APIError.self) { try await sent(list, options) }
    }

    @Test func forms() async throws {
        var request = APIRequest("POST", "/x")
        let value: JSONValue = [
            "name": "a b&c", "tags": ["x", "y"], "address": ["street": "1"], "metadata": ["k": "v"], "expand": ["p", "q"], "none": nil,
        ]
        request.form(value, ["metadata": .deepObject(), "expand": .deepObject()])
        let recorded = try #require(try await sent(request))
        #expect(
            recorded.text == "name=a%20b%26c&tags=x&tags=y&address=%7B%22street%22%3A%221%22%7D"
                + "&metadata%5Bk%5D=v&expand%5B0%5D=p&expand%5B1%5D=q"
        )
        #expect(recorded.headers["content-type"] == "application/x-www-form-urlencoded")
    }

    @Test func multipart() async throws {
        var request = APIRequest("POST", "/x")
        request.part("purpose", "a\"b")
        request.part("count", 3)
        request.part("tags", ["x", "y"])
        request.part("details", ["a": 1] as JSONValue)
        request.part("missing", nil as String?)
        request.part("file", UploadFile([1, 2, 3], filename: "a\"\r\n.bin", mediaType: "image/png"))
        let recorded = try #require(try await sent(request))
        let type = try #require(recorded.headers["content-type"])
        let boundary = try #require(type.split(separator: "=").last)
        #expect(type == "multipart/form-data; boundary=\(boundary)")
        func part(_ disposition: String, _ type: String, _ body: String) -> String {
            "--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\nContent-Type: \(type)\r\n\r\n\(body)\r\n"
        }
        let text = "text/plain; charset=utf-8"
        #expect(
            recorded.text == part(#"name="purpose""#, text, "a\"b") + part(#"name="count""#, text, "3")
                + part(#"name="tags""#, text, "x") + part(#"name="tags""#, text, "y")
                + part(#"name="details""#, "application/json", #"{"a":1}"#)
                + part(#"name="file"; filename="a%22%0D%0A.bin""#, "image/png", "\u{1}\u{2}\u{3}") + "--\(boundary)--\r\n"
        )
    }

    @Test func textAndBytesAndStreams() async throws {
        var request = APIRequest("PUT", "/x")
        request.text("é")
        #expect(try await sent(request)?.body == [0xC3, 0xA9])
        request.bytes(.bytes([0, 255]), mediaType: "image/png")
        #expect(try await sent(request)?.headers["content-type"] == "image/png")
        let chunks = AsyncStream<[UInt8]> { continuation in
            for byte in UInt8(1)...3 { continuation.yield([byte]) }
            continuation.finish()
        }
        request.bytes(.stream(chunks))
        #expect(try await sent(request)?.body == [1, 2, 3])
    }

    @Test func aNumberThatJSONDoesNotHaveIsNotSent() async {
        var request = APIRequest("POST", "/x")
        request.json([Double.nan])
        await #expect(throws: APIError.self) { try await sent(request) }
    }
}
