import Testing
@testable import TypewrightMock

@Suite struct RevoxStateTests {
    @Test func assistantsLiveAndCallsAreExamples() throws {
        let mock = try Mocking.revox(isStateful: true)
        #expect(mock.call("GET", "/assistants").text == #"{"assistants":[]}"#)
        let made = mock.call("POST", "/api/assistants", body: #"{"name":"Ada","prompt":"Hi","voicemail_message":"Bye","faq_items":[{"question":"q","answer":"a"}]}"#).json["assistant"]
        let id = try #require(made?["id"]?.string)
        #expect(made?["name"] == "Ada")
        #expect(made?["voicemail_message"] == "Bye")
        #expect(made?["voice"] == .null)
        #expect(made?["faq_items"] == [["question": "q", "answer": "a"]] || made?["faq_items"] == [["answer": "a", "question": "q"]])
        // One that is read comes without the envelope that the others have.
        #expect(mock.call("GET", "/assistants/\(id)").json == made)
        #expect(mock.call("GET", "/assistants").json == ["assistants": [made ?? .null]])
        let patched = mock.call("PATCH", "/assistants/\(id)", body: #"{"voicemail_message":null}"#)
        #expect(patched.status == 422 || patched.json["assistant"]?["voicemail_message"] == .null)
        #expect(mock.call("GET", "/assistants/id").status == 404)
        #expect(mock.call("GET", "/call/whatever").json["call"]?["id"] == "id")
    }
}
