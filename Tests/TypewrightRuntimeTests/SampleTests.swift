import Testing
import TypewrightRuntime

@Suite("Generated code, by a sample")
struct SampleTests {
    static let assistants = #"""
        {"assistants":[{"id":"a1","background_sound":"audio/office.ogg","calendly":{"connection_id":"c","event_type_id":"e"},"call_retry_config":{"calling_windows":[{"calling_window_end_time":"18:00","calling_window_start_time":"10:00","retry_delay_seconds":7200}],"max_retry_attempts":3,"timezone":"Europe/Paris"},"created_at":{"seconds":1.50},"end_of_call_sentence":null,"first_sentence":"Hi \"you\" \u00e9","first_sentence_delay_ms":-9007199254740991,"first_sentence_mode":"none","ivr_navigation_enabled":true,"llm_model":{"name":"gpt-4.1","type":"dedicated-instance"},"max_call_duration_secs":600,"name":"n","organization_id":"o","prompt":"p","structured_output_config":[{"name":"x","required":true,"type":"enum","description":"d","enum_options":["a","b"]}],"transfer_phone_number":null,"updated_at":"2024","voice":{"id":"v","provider":"new-one","speed":0.6},"voicemail_message":null,"webhook_url":"https://example.com","faq_items":[{"answer":null,"question":"q","id":"i","needs_human_answer":false,"source":"ai"}],"pending_faq_count":2}]}
        """#

    @Test func `an assistant is read and written back`() throws {
        let list = try AssistantListResponse(json: Self.assistants)
        let assistant = try #require(list.assistants.first)
        #expect(assistant.firstSentence == "Hi \"you\" é")
        #expect(assistant.firstSentenceMode == .noneValue)
        #expect(assistant.voice?.provider == .unrecognized("new-one"))
        #expect(assistant.llmModel == .dedicatedInstance(DedicatedInstance(name: .gpt41)))
        #expect(assistant.structuredOutputConfig?.first?.enumOptions == ["a", "b"])
        let written = try list.jsonString()
        #expect(written == Self.assistants.replacing("\\u00e9", with: "é"))
        #expect(try AssistantListResponse(json: written) == list)
    }

    @Test(arguments: [
        #"{"required":"a","required_nullable":null}"#,
        #"{"required":"a","optional":2,"required_nullable":"b","optional_nullable":null,"old_name":"o","tags":{"a":null,"b":"c"},"parent":{"required":"a","required_nullable":"b","optional_nullable":"c"}}"#,
    ])
    func `presences come back as they were`(json: String) throws {
        #expect(try Presences(json: json).jsonString() == json)
    }

    @Test func `every other form comes back as it was`() throws {
        func check<Value: JSONCodable>(_ type: Value.Type, _ json: String) throws {
            #expect(try Value(json: json).jsonString() == json)
        }
        try check(Scores.self, #"{"total":1,"a":2,"b":3}"#)
        try check(Keeper.self, #"{"name":"n","z":1.50,"a":[null]}"#)
        try check(Empty.self, "{}")
        try check(Rows.self, #"[["a",1.5],["b",2,true,3,4]]"#)
        try check(ScoresByName.self, #"{"x":{"total":1}}"#)
        try check([Level].self, "[1,2,3]")
        try check([Limit].self, #"["unlimited",10,false,true,null]"#)
        try check(Content.self, #"{"content":{"content":[["a",1]]}}"#)
        try check([Owner].self, #"[{"total":1},{"name":"n"},{"other":1},7]"#)
        try check([Guess].self, #"[1,["a",1],{"id":"i","provider":"p"},{"id":"i"},"x"]"#)
        try check([Versioned].self, #"[{"name":"n","version":1},{"name":"n","version":true},{"version":3}]"#)
        #expect(try Limit(json: "10.0") == .ten)
        #expect(try Level(json: "1e0") == .one)
    }

    @Test func `all ways to hash a value agree`() throws {
        func check<Value: Hashable>(_ value: Value) {
            var hasher = Hasher()
            value.hash(into: &hasher)
            #expect(value.hashValue == hasher.finalize())
            #expect(Set([value]).contains(value))
        }
        check(try Scores(json: #"{"total":1,"a":2}"#))
        check(try Content(json: "1.5"))
        check(Limit.unlimited)
        check(Level.one)
        check(DateText("2026-01-31"))
        check(Nullable<String>.value("a"))
        check(Indirect<Int>(1))
    }

    @Test func `a value for an optional nullable property is written as a literal`() {
        let presences = Presences(required: "a", requiredNullable: nil, optionalNullable: "Bye", parent: nil)
        #expect(presences.optionalNullable.value == "Bye")
        #expect(Presences(required: "a", requiredNullable: nil, optionalNullable: .null).optionalNullable == .null)
        #expect(presences.optionalOrDefault == 1.5)
    }
}
