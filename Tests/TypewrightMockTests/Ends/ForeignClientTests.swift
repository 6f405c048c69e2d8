import Testing
@testable import TypewrightMock

/// Requests as the SDKs of the reference pages write them, byte by byte: Python on httpx, Ruby on net/http.
@Suite struct ForeignClientTests {
    private static let python = """
        Accept-Encoding: gzip, deflate\r
        Connection: keep-alive\r
        Accept: application/json\r
        Content-Type: application/json\r
        User-Agent: Revox/Python 0.1.0\r
        X-Stainless-Lang: python\r
        X-Stainless-Package-Version: 0.1.0\r
        X-Stainless-OS: Linux\r
        X-Stainless-Arch: x64\r
        X-Stainless-Runtime: CPython\r
        X-Stainless-Runtime-Version: 3.12.1\r
        Authorization: Bearer My API Key\r
        X-Stainless-Async: false\r
        x-stainless-retry-count: 0\r
        x-stainless-read-timeout: 60\r

        """
    private static let ruby = """
        accept-encoding: gzip;q=1.0,deflate;q=0.6,identity;q=0.3\r
        accept: application/json\r
        user-agent: Revox::Client/Ruby 0.1.0\r
        x-stainless-arch: x64\r
        x-stainless-lang: ruby\r
        x-stainless-os: Linux\r
        x-stainless-package-version: 0.1.0\r
        x-stainless-runtime: ruby\r
        x-stainless-runtime-version: 3.3.0\r
        content-type: application/json\r
        authorization: Bearer My API Key\r
        x-stainless-retry-count: 0\r
        x-stainless-timeout: 60.0\r
        connection: keep-alive\r

        """
    private static let curl = "User-Agent: curl/8.5.0\r\nAccept: */*\r\nAuthorization: bearer x\r\n"

    /// What the pages show: the response, and where what they print is.
    private struct Call: Sendable {
        var method: String
        var path: String
        var body: String?
        var example: String
    }

    private static let calls = [
        Call(method: "POST", path: "/assistants", body: #"{"name": "name", "prompt": "prompt"}"#, example: "AssistantResponse"),
        Call(method: "GET", path: "/assistants", body: nil, example: "AssistantListResponse"),
        Call(method: "GET", path: "/assistants/id", body: nil, example: "Assistant"),
        Call(method: "PATCH", path: "/assistants/id", body: "{}", example: "AssistantResponse"),
        Call(method: "GET", path: "/call/id", body: nil, example: "CallResponse"),
    ]

    private func request(_ call: Call, base: String, headers: String, isChunked: Bool) -> String {
        var text = "\(call.method) \(base)\(call.path) HTTP/1.1\r\nHost: 127.0.0.1:4010\r\n" + headers
        guard let body = call.body else { return text + "\r\n" }
        if !headers.lowercased().contains("content-type:") { text += "Content-Type: application/json; charset=utf-8\r\n" }
        if isChunked { return text + "Transfer-Encoding: chunked\r\n\r\n\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\n\r\n" }
        return text + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    /// Five calls over one connection, in each client's way, below the server's path and at the root.
    @Test(arguments: [python, ruby, curl], ["", "/api"]) func theFivePages(_ headers: String, _ base: String) throws {
        let spec = try Mocking.revox()
        let mock = Mock(spec)
        try withServer(handler: { mock.answer(to: $0) }) { port in
            let client = try #require(RawClient(port: port))
            for call in Self.calls {
                client.send(request(call, base: base, headers: headers, isChunked: headers == Self.ruby))
                let answer = try #require(client.answer(), "\(call.method) \(call.path)")
                #expect(answer.status == 200, "\(answer.text)")
                #expect(answer.headers["Content-Type"] == "application/json")
                #expect(answer.headers["Content-Encoding"] == nil)
                let example = try #require(spec.api.components.examples.first { $0.name == call.example }?.value)
                #expect(JSON(text: answer.body) == JSON(example), "\(call.example)")
            }
        }
    }

    /// The lists of parameters on the pages, as the SDKs' own tests fill them.
    private static let everything = #"""
        {"name": "name", "prompt": "prompt", "background_sound": "audio/office.ogg", "calendly": {"connection_id": "connection_id", "event_type_id": "event_type_id"}, "call_retry_config": {"calling_windows": [{"calling_window_end_time": "calling_window_end_time", "calling_window_start_time": "calling_window_start_time", "retry_delay_seconds": 1}], "max_retry_attempts": 1, "timezone": "timezone"}, "end_of_call_sentence": "end_of_call_sentence", "faq_items": [{"answer": "answer", "question": "question"}], "first_sentence": "first_sentence", "first_sentence_delay_ms": 0, "first_sentence_mode": "generated", "ivr_navigation_enabled": true, "llm_model": {"name": "gpt-4.1", "type": "dedicated-instance"}, "max_call_duration_secs": 0, "structured_output_config": [{"name": "x", "required": true, "type": "string", "description": "description", "enum_options": ["string"]}], "transfer_phone_number": "transfer_phone_number", "voice": {"id": "x", "provider": "cartesia", "speed": 0.6}, "voicemail_message": "voicemail_message", "webhook_url": "webhook_url"}
        """#

    @Test(arguments: [false, true]) func everyParameterAtOnce(_ isStateful: Bool) throws {
        var options = MockOptions()
        options.isStateful = isStateful
        let mock = Mock(try Mocking.revox(), options: options)
        try withServer(handler: { mock.answer(to: $0) }) { port in
            let client = try #require(RawClient(port: port))
            client.send(request(Call(method: "POST", path: "/assistants", body: Self.everything, example: ""), base: "/api", headers: Self.python, isChunked: false))
            let made = try #require(client.answer())
            #expect(made.status == 200, "\(made.text)")
            let assistant = try #require(JSON(text: made.body)?["assistant"])
            if isStateful {
                let sent = try #require(JSON(text: Array(Self.everything.utf8)))
                for member in sent.members { #expect(assistant[member.name] == member.value, "\(member.name)") }
            }
            let id = isStateful ? assistant["id"]?.string ?? "" : "id"
            client.send(request(Call(method: "PATCH", path: "/assistants/\(id)", body: Self.everything, example: ""), base: "", headers: Self.ruby, isChunked: true))
            #expect(client.answer()?.status == 200)
        }
    }

    /// What the SDKs raise errors of: the status, and `message` in the body.
    @Test func errorsCarryAMessage() throws {
        let mock = Mock(try Mocking.revox())
        try withServer(handler: { mock.answer(to: $0) }) { port in
            for (line, headers, status) in [
                ("GET /api/assistants", "Accept: application/json\r\n", 401), ("GET /api/nothing", Self.python, 404), ("DELETE /api/assistants", Self.python, 405),
                ("GET /api/assistants", "Authorization: Bearer x\r\nAccept: text/csv\r\n", 406), ("POST /api/assistants", "Authorization: Bearer x\r\nContent-Length: 2\r\n", 415),
                ("POST /api/assistants", Self.python + "Content-Length: 2\r\n", 422), ("POST /api/assistants", Self.python + "Content-Length: 0\r\n", 422),
            ] {
                let client = try #require(RawClient(port: port))
                client.send("\(line) HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n\(headers.contains("Length: 2") ? "{}" : "")")
                let answer = try #require(client.answer(), "\(line)")
                #expect(answer.status == status, "\(line): \(answer.text)")
                #expect(answer.headers["Content-Type"] == "application/problem+json")
                #expect(JSON(text: answer.body)?["message"]?.string?.isEmpty == false)
            }
        }
    }

    /// A type without a body is how many clients write every request.
    @Test func emptyBodiesMayHaveAType() throws {
        let mock = try Mocking.revox()
        let answer = Mock(mock).call("GET", "/call/id", [("Content-Type", "application/json")], body: "")
        #expect(answer.status == 200)
    }
}
