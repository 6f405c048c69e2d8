import Testing

@testable import TypewrightEmission

@Suite struct NamingTests {
    private let casing = Casing()

    @Test(arguments: [
        ("webhook_url", "webhookURL"), ("connection_id", "connectionID"), ("llm_model", "llmModel"), ("WebhookURL", "webhookURL"),
        ("first_sentence_delay_ms", "firstSentenceDelayMs"), ("user_ids", "userIDs"), ("HTTPServer", "httpServer"), ("id", "id"),
        ("URL", "url"), ("SCREAMING_CASE", "screamingCase"), ("gpt-4.1", "gpt4_1"), ("2024-01", "_2024_01"), ("userIDs", "userIDs"),
        ("a.b/c d", "aBCD"), ("", "empty"), ("*", "asterisk"), (">=", "greaterThanEquals"), ("😀", "u1f600"), ("straße", "straße"),
    ])
    func members(_ input: String, _ expected: String) {
        #expect(casing.lowerCamel(Words(input)) == expected)
    }

    @Test(arguments: [("user-name", "UserName"), ("LlmModel", "LlmModel"), ("api_key", "APIKey"), ("IVR", "IVR"), ("3d_model", "_3dModel")])
    func types(_ input: String, _ expected: String) {
        #expect(casing.upperCamel(Words(input)) == expected)
    }

    @Test func initialismsAreTheUsers() {
        #expect(Casing(extra: ["LLM"]).lowerCamel(Words("my_llm_model")) == "myLLMModel")
        #expect(Casing(without: ["url"]).lowerCamel(Words("webhook_url")) == "webhookUrl")
    }

    @Test func theExactNameGoesFirstAndOrderMeansNothing() {
        let candidates = ["a-b", "aB", "a_b"].map { NamingScope.Candidate(wanted: ["aB"], key: $0) }
        var scope = NamingScope()
        #expect(scope.assign(candidates).map(\.text) == ["aB2", "aB", "aB3"])
        #expect(scope.collisions.map(\.members) == [[0, 1, 2]])
        var other = NamingScope()
        #expect(other.assign(candidates.reversed()).map(\.text) == ["aB3", "aB", "aB2"])
    }

    @Test func aDisambiguatedNameTakesNobodysPlace() {
        var scope = NamingScope()
        let names = scope.assign([
            NamingScope.Candidate(wanted: ["x"], key: "x-"), NamingScope.Candidate(wanted: ["x"], key: "x"),
            NamingScope.Candidate(wanted: ["x2"], key: "x2"),
        ])
        #expect(names.map(\.text) == ["x3", "x", "x2"])
    }

    @Test func takenNamesAndChosenNames() {
        var scope = NamingScope(taken: ["hash"])
        let names = scope.assign([
            NamingScope.Candidate(wanted: ["hash", "hashValue_"], key: "hash"),
            NamingScope.Candidate(wanted: ["pet"], key: "a"), NamingScope.Candidate(wanted: ["pet"], key: "z", isChosen: true),
        ])
        #expect(names.map(\.text) == ["hashValue_", "pet2", "pet"])
    }

    @Test func keywordsStandInBackticks() {
        #expect(SwiftIdentifier(checked: "default").source == "`default`")
        #expect(SwiftIdentifier(checked: "name").source == "name")
    }
}
