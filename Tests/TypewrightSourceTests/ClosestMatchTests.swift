import Testing
import TypewrightSource

@Suite struct ClosestMatchTests {
    @Test(arguments: [
        ("objet", "object"), ("String", "string"), ("itmes", "items"), ("requierd", "required"), ("typ", "type"),
        ("Pets", "Pet"),
    ])
    func slipsAreFound(word: String, meant: String) {
        #expect(closestMatch(to: word, in: ["array", "items", "object", "Pet", "required", "string", "type"]) == meant)
    }

    @Test(arguments: ["", "xyz", "a", "completely"])
    func whatIsFarIsNotSuggested(word: String) {
        #expect(closestMatch(to: word, in: ["array", "items", "object", "b", "type"]) == nil)
    }

    @Test func theFirstOfEquallyCloseWins() {
        #expect(closestMatch(to: "cat", in: ["bat", "hat"]) == "bat")
    }
}
