import Testing
@testable import TypewrightMock

@Suite struct WebhookTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Test, version: '1'}
        paths: {}
        webhooks:
          newPet: {post: {summary: A pet was born, requestBody: {content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}, example: {name: Rex}}}}, responses: {'200': {description: ok}}}}
          other: {post: {requestBody: {content: {application/json: {schema: {type: object, required: [n], properties: {n: {type: integer, minimum: 5}}}}}}, responses: {'200': {description: ok}}}}
        """

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// FIPS 180-4 and RFC 4231.
    @Test func hashes() {
        #expect(hex(SHA256.hash([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(hex(SHA256.hash(Array("abc".utf8))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(hex(SHA256.hash([UInt8](repeating: 0x61, count: 119))) == "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb")
        #expect(hex(SHA256.authenticate(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        let long = SHA256.authenticate(Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8), key: [UInt8](repeating: 0xAA, count: 131))
        #expect(hex(long) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test func readsBase64() {
        for text in ["", "f", "fo", "foo", "foob", "fooba", "foobar"] { #expect(Base64.decoded(Base64.encoded(Array(text.utf8))) == Array(text.utf8)) }
        #expect(Base64.encoded(Array("fooba".utf8)) == "Zm9vYmE=")
        #expect(Base64.decoded("Zm9vYmE") == Array("fooba".utf8))
        #expect(Base64.decoded("a") == nil)
        #expect(Base64.decoded("a b=") == nil)
    }

    /// The example of the Standard Webhooks libraries.
    @Test func signsAsStandardWebhooksDoes() throws {
        let webhooks = Webhooks(try Mocking.spec(Self.document))
        let message = try webhooks.message("newPet", secret: "whsec_c2VjcmV0", at: Moment(seconds: 1_700_000_000))
        let headers = HeaderFields(message.headers)
        let id = try #require(headers["webhook-id"])
        #expect(headers["webhook-timestamp"] == "1700000000")
        let code = SHA256.authenticate(Array("\(id).1700000000.".utf8) + message.body, key: Array("secret".utf8))
        #expect(headers["webhook-signature"] == "v1," + Base64.encoded(code))
    }

    @Test func sendsWhatTheDocumentSays() throws {
        let received = Locked<[ServerRequest]>([])
        let mock = Mock(try Mocking.spec(Self.document))
        try withServer(handler: { request in
            received.use { $0.append(request) }
            return ServerAnswer(status: 202)
        }) { port in
            try withServer(handler: { mock.answer(to: $0) }) { own in
                func order(_ name: String, _ body: String, type: String = "application/json") -> RawClient.Answer? {
                    let client = RawClient(port: own)
                    client?.send("POST /__typewright/webhooks/\(name) HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
                    return client?.answer()
                }
                let url = "http://127.0.0.1:\(port)/hook?x=1"
                let first = order("newPet", #"{"url":"\#(url)","secret":"s"}"#)
                let json = JSON(text: first?.body ?? []) ?? .null
                #expect(json["delivered"] == true)
                #expect(json["status"] == 202)
                let given = order("newPet", #"{"url":"\#(url)","body":{"nam":"x"}}"#)
                #expect(JSON(text: given?.body ?? [])?["violations"]?.elements.count == 1)
                #expect(JSON(text: order("other", #"{"url":"http://127.0.0.1:1/"}"#)?.body ?? [])?["delivered"] == false)
                #expect(order("newPt", #"{"url":"\#(url)"}"#)?.status == 404)
                #expect(order("newPet", "{}")?.status == 422)
                #expect(order("newPet", #"{"url":"file:///etc/passwd"}"#)?.status == 422)
                #expect(order("newPet", #"{"url":"\#(url)"}"#, type: "text/plain")?.status == 415)
            }
        }
        let requests = received.use { $0 }
        #expect(requests.map(\.target) == ["/hook?x=1", "/hook?x=1"])
        #expect(requests.map { String(decoding: $0.body, as: UTF8.self) } == [#"{"name":"Rex"}"#, #"{"nam":"x"}"#])
        #expect(requests.first?.headers["webhook-signature"]?.hasPrefix("v1,") == true)
        #expect(requests.first?.headers["content-type"] == "application/json")
    }

    @Test func listsThem() throws {
        let reply = Mock(try Mocking.spec(Self.document)).send("GET", "/__typewright/webhooks")
        #expect(reply.json["webhooks"]?.elements.compactMap { $0["name"]?.string } == ["newPet", "other"])
    }

    @Test(arguments: [
        ("http://example.com", "example.com", 80, "/"), ("http://127.0.0.1:8080/a?b=c#d", "127.0.0.1", 8080, "/a?b=c"), ("http://[::1]:9/x", "::1", 9, "/x"),
        ("https://u:p@example.com?x", "example.com", 443, "/?x"),
    ]) func readsAddresses(_ text: String, _ host: String, _ port: Int, _ target: String) throws {
        let address = try #require(WebAddress(text))
        #expect(address.host == host)
        #expect(Int(address.port) == port)
        #expect(address.target == target)
    }

    @Test(arguments: ["", "example.com", "ftp://x", "http://", "http://x:0/", "http://x:99999/", "http://x y/", "http://x\r\nA: b/", "file:///etc/passwd"])
    func refusesOtherAddresses(_ text: String) { #expect(WebAddress(text) == nil) }
}
