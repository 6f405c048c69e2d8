import Testing
@testable import TypewrightPattern

@Suite struct SyntaxTests {
    /// What no reading makes sense of: where, and what is said.
    @Test(arguments: [
        ("a(b", 1, "this group is not closed"),
        ("a)b", 1, "a `)` without a `(` before it; write `\\)` for the character"),
        ("é[a", 2, "this class is not closed with `]`"),
        ("*a", 0, "nothing before the quantifier to repeat"),
        ("a**", 2, "nothing before the quantifier to repeat"),
        ("^*", 1, "nothing before the quantifier to repeat"),
        ("{2}", 0, "nothing before the quantifier to repeat"),
        ("a{5,2}", 1, "the bounds of this quantifier are in the wrong order"),
        ("a{,5}", 1, "a count needs its lower bound, as in `{0,5}`"),
        ("[z-a]", 1, "the bounds of this range are in the wrong order"),
        ("a\\", 1, "a `\\` at the end escapes nothing; write `\\\\` for the character"),
        ("(a)\\2", 3, "`\\2` refers to a group, and there is 1 group"),
        ("\\k<x>", 0, "no group has this name"),
        ("(?<x>a)\\kx", 7, "`\\k` is followed by the name of a group, as in `\\k<name>`"),
        ("(?<x>a)(?<x>b)", 10, "another group has the same name"),
        ("(?<1>a)", 3, "a name is made of letters, digits, `_` and `$`"),
        ("(?<>a)", 3, "a group needs a name between `<` and `>`"),
        ("(?<a", 3, "the name of this group does not end with `>`"),
        ("(?#a)", 0, "`(?` is not followed by anything known to ECMA-262"),
        ("(?x)a b", 0, "`(?` is not followed by anything known to ECMA-262"),
        ("(?ii:a)", 3, "this modifier is there twice"),
        ("(?<=a)*", 6, "look-behind cannot be repeated"),
        ("\\p{Greek}", 0, "no such Unicode property; names are written as in `\\p{Letter}`, `\\p{Script=Greek}`"),
        ("\\pL", 0, "a property is written in braces, as in `\\p{L}`"),
        ("\\p{L", 0, "this property is not closed with `}`"),
        ("\\u12", 2, "`\\u` is followed by four hexadecimal digits, or by some in braces"),
        ("\\u{110000}", 2, "the last code point is `10FFFF`"),
        ("\\x1", 0, "`\\x` is followed by two hexadecimal digits"),
        ("\\c1", 0, "`\\c` is followed by a letter"),
        ("\\07", 0, "octal escapes are not allowed; write `\\x` and two digits"),
        ("\\a", 0, "`\\a` has no meaning in ECMA-262"),
        ("(?i:(a)\\1)", 7, "a back-reference without regard to case is not supported"),
    ])
    func refused(source: String, offset: Int, message: String) {
        #expect(throws: PatternProblem(offset: offset, message: message)) { try CompiledPattern(source) }
    }

    /// Not under the `u` flag, but it is certain what is meant: warned about, and this is what
    /// it then matches and does not.
    @Test(arguments: [
        ("^[a-z\\-\\:]+$", [7], "a-:", "a_"),
        ("^a\\-b\\@c$", [2, 5], "a-b@c", "a\\-b@c"),
        ("^[\\w-.]+$", [2], "a-.", "a+"),
        ("^[a-\\d]+$", [2], "a-5", "b"),
        ("^{a}$", [1, 3], "{a}", "a"),
        ("^a]$", [2], "a]", "a"),
        ("^a{b$", [2], "a{b", "a"),
        ("^(?=a)*ab$", [6], "ab", "b"),
        ("(?i)^straße$", [0], "STRAßE", "STRASE"),
        ("\\Aab\\z", [0, 4], "ab", "xab"),
        ("\\Aab\\Z", [0, 4], "ab", "abx"),
        ("^[[:alpha:]_]+$", [2], "ab_", "a1"),
        ("^[^[:space:][:digit:]]+$", [3, 12], "ab:", "a 1"),
        ("^a++b$", [2], "aab", "b"),
        ("^(?:a|ab)++c$", [9], "ac", "abc"),
        ("^(?>a|ab)c$", [1], "ac", "abc"),
        ("^(?P<x>a)\\k<x>$", [1], "aa", "a"),
        ("^\\x{1F600}$", [1], "😀", "x"),
        ("/^a$/", [0], "", "a"),
    ])
    func tolerated(source: String, offsets: [Int], matching: String, other: String) throws {
        let compiled = try CompiledPattern(source)
        if source.hasPrefix("/") {
            #expect(compiled.warnings.map(\.message) == ["the slashes are part of the pattern, which therefore matches nothing"])
            #expect(compiled.isStrict)
            #expect(try !matches(source, other))
            return
        }
        #expect(!compiled.isStrict)
        #expect(compiled.warnings.map(\.offset) == offsets, "\(compiled.warnings)")
        #expect(try matches(source, matching))
        #expect(try !matches(source, other))
    }

    /// ECMA-262 2025 beyond what the engine behind the table of expected answers knows.
    @Test(arguments: [
        ("^(?i:ab)c$", "ABc", "ABC"),
        ("(?i:^k$)", "\u{212A}", "c"),
        ("(?i:^[s-t]$)", "\u{17F}", "r"),
        ("^(?i:Ж\\w)$", "жſ", "ж-"),
        ("(?m:^b$)", "a\nb\u{2028}c", "ab"),
        ("^(?s:.)$", "\n", ""),
        ("^(?s-i:.(?-s:.))$", "\na", "a\n"),
        ("^(?:(?<y>\\d{4})-a|b-(?<y>\\d\\d))\\k<y>$", "2024-a2024", "2024-ab"),
        ("^(?:(?<y>\\d{4})-a|b-(?<y>\\d\\d))\\k<y>$", "b-1212", "b-1213"),
    ])
    func modern(source: String, matching: String, other: String) throws {
        #expect(try CompiledPattern(source).warnings == [])
        #expect(try matches(source, matching))
        #expect(try !matches(source, other))
    }

    @Test func nesting() {
        let deepest = String(repeating: "(?:", count: 31) + "a" + String(repeating: ")", count: 31)
        #expect(throws: Never.self) { try Candidates("^" + deepest.replacing("a", with: "(?:a|b)*c") + "$").verdicts("ac") }
        let deeper = String(repeating: "(", count: 100_000)
        #expect(throws: PatternProblem(offset: 33, message: "groups nested deeper than 32")) { try CompiledPattern(deeper) }
    }

    @Test func searchesAnywhere() throws {
        #expect(try matches("b", "abc"))
        #expect(try matches("", ""))
        #expect(try !matches("^b", "a\nb"))
        #expect(try !matches("a$", "a\n"))
    }
}
