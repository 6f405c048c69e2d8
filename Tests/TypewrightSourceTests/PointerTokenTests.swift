import Testing
import TypewrightSource

@Suite struct PointerTokenTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a/b", "a~1b"), ("~", "~0"), ("~1", "~01"), ("/~0/", "~1~00~1"), ("é/ü", "é~1ü"),
    ])
    func namesAndTokens(name: String, token: String) {
        #expect(PointerToken.escaped(name) == token)
        #expect(PointerToken.name(token[...]) == name)
        #expect(PointerToken.needsEscapes(name) == (name != token))
    }

    @Test(arguments: ["~", "a~", "~2", "~~", "~ 1"])
    func whatIsNoEscapeStandsForItself(token: String) {
        #expect(PointerToken.name(token[...]) == token)
    }
}
