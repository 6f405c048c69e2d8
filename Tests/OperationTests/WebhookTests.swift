import Testing

@testable import TypewrightRuntime

/// Webhooks and callbacks: the signature, and what they carry.
@Suite struct WebhookTests {
    private static let opened = #"{"type":"place.opened","place":{"name":"a"}}"#
    private static let closed = #"{"type":"place.closed","reason":"r"}"#
    private let webhooks = PlacesWebhooks(verifier: .none)

    @Test func eachHasATypedEntry() throws {
        #expect(try webhooks.placeOpened(headers: [:], body: Array(Self.opened.utf8)).place == Place(name: "a"))
        #expect(try webhooks.placeClosed(headers: [:], body: Array(Self.closed.utf8)).reason == "r")
        #expect(try webhooks.formSent(headers: [:], body: Array("text=a+b&limit=2&tags=x".utf8)) == Search(text: "a b", limit: 2, tags: ["x"]))
        #expect(try webhooks.changed(headers: [:], body: Array(#"{"name":"c"}"#.utf8)) == Place(name: "c"))
        try webhooks.ping(headers: [:], body: [])
    }

    @Test func oneEntryTellsWhichItIs() throws {
        guard case .placeOpened(let opened) = try webhooks.event(headers: [:], body: Array(Self.opened.utf8)) else { throw Unexpected() }
        #expect(opened.place.name == "a")
        guard case .placeClosed(let closed) = try webhooks.event(headers: [:], body: Array(Self.closed.utf8)) else { throw Unexpected() }
        #expect(closed.reason == "r")
        guard case .unrecognized(let json) = try webhooks.event(headers: [:], body: Array(#"{"type":"place.moved"}"#.utf8)) else { throw Unexpected() }
        #expect(json["type"] == "place.moved")
    }

    private struct Unexpected: Error {}

    @Test func aBodyThatIsSomethingElseIsAClearError() throws {
        let error = try #require(throws: WebhookError.self) { try webhooks.placeClosed(headers: [:], body: Array("{".utf8)) }
        guard case .undecodable = error else { throw error }
        var strict = WebhookVerifier.none
        strict.validatesBodies = true
        let invalid = try #require(throws: WebhookError.self) {
            try PlacesWebhooks(verifier: strict).changed(headers: [:], body: Array(#"{"name":""}"#.utf8))
        }
        #expect("\(invalid)".contains("/name"))
    }

    @Test func aSchemeOfOnesOwn() throws {
        struct Wrong: Error {}
        let own = PlacesWebhooks(verifier: WebhookVerifier { headers, _ in if headers["X-Secret"] != "s" { throw Wrong() } })
        try own.ping(headers: ["X-Secret": "s"], body: [])
        let error = try #require(throws: WebhookError.self) { try own.ping(headers: [:], body: []) }
        guard case .unverified = error else { throw error }
    }

    // MARK: Signatures

    /// From the specification of Standard Webhooks and its reference libraries.
    @Test func standardWebhooks() throws {
        let body = Array(#"{"test": 2432232314}"#.utf8)
        let headers: HeaderFields = [
            "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330",
            "webhook-signature": "v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        ]
        func verifier(_ now: Int, _ secret: String = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") -> PlacesWebhooks {
            PlacesWebhooks(verifier: .standardWebhooks(secret: secret, secondsSince1970: { now }))
        }
        try verifier(1_614_265_330).ping(headers: headers, body: body)
        try verifier(1_614_265_630).ping(headers: headers, body: body)
        for (webhooks, headers, body) in [
            (verifier(1_614_265_631), headers, body), (verifier(1_614_265_029), headers, body),
            (verifier(1_614_265_330, "whsec_AAAA"), headers, body), (verifier(1_614_265_330), headers, body + [0x20]),
            (verifier(1_614_265_330), ["webhook-id": "msg"] as HeaderFields, body),
        ] as [(PlacesWebhooks, HeaderFields, [UInt8])] {
            #expect(throws: WebhookError.self) { try webhooks.ping(headers: headers, body: body) }
        }
    }

    /// GitHub's own example.
    @Test func hexadecimalSignatures() throws {
        let webhooks = PlacesWebhooks(verifier: .hmacSHA256(secret: "It's a Secret to Everybody", header: "X-Hub-Signature-256"))
        let right = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
        try webhooks.ping(headers: ["x-hub-signature-256": right], body: Array("Hello, World!".utf8))
        for wrong in [String(right.dropLast()) + "8", String(right.dropLast()), String(right.dropFirst(7)), ""] {
            #expect(throws: WebhookError.self) { try webhooks.ping(headers: ["X-Hub-Signature-256": wrong], body: Array("Hello, World!".utf8)) }
        }
        #expect(throws: WebhookError.self) { try webhooks.ping(headers: [:], body: []) }
    }

    /// FIPS 180-4 and RFC 4231.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ])
    func hashes(text: String, hash: String) {
        #expect(hexadecimal(SHA256.hash(Array(text.utf8))) == hash)
    }

    @Test func authenticationCodes() {
        func code(_ key: [UInt8], _ text: String) -> String { hexadecimal(SHA256.authenticationCode(of: Array(text.utf8), key: key)) }
        #expect(code(Array("Jefe".utf8), "what do ya want for nothing?") == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(code([UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First")
            == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
