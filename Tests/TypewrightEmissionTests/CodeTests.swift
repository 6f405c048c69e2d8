import Testing

@testable import TypewrightEmission

@Suite struct CodeTests {
    private func text(_ code: Code) -> String { String(decoding: code.bytes, as: UTF8.self) }

    @Test func nestedCodeBeginsWhereItsLineBegins() {
        let inner: Code = "one\ntwo\n\nthree"
        let code: Code = """
            outer {
                \(inner)
            }
            """
        #expect(text(code) == "outer {\n    one\n    two\n\n    three\n}")
        #expect(text("  call(\(inner))") == "  call(one\n  two\n\n  three)")
    }

    @Test func emptyCodeTakesItsLineWithIt() {
        let empty: Code = ""
        let code: Code = """
            a
                \(empty)
            b\(empty)
            """
        #expect(text(code) == "a\nb")
    }

    @Test(arguments: [
        ("plain", #""plain""#), ("say \"hi\"", #""say \"hi\"""#), ("\\(x)", #""\\(x)""#), ("a\nb\r\tc", #""a\nb\r\tc""#),
        ("\u{0}\u{7}", #""\u{0}\u{7}""#), ("\u{202E}", #""\u{202E}""#), ("\u{FEFF}\u{2028}", #""\u{FEFF}\u{2028}""#), ("é😀", #""é😀""#),
    ])
    func textFromADocumentIsALiteral(_ input: String, _ expected: String) {
        #expect(text("\(literal: input)") == expected)
    }

    @Test func textCannotLeaveAComment() {
        let comment = Code.documentation(["a\nb\r\nc\rd\u{2028}e\u{85}f", "*/ }", "", "\u{0}\u{202E}x"])
        #expect(text(comment) == "/// a\n/// b\n/// c\n/// d\n/// e\n/// f\n///\n/// */ }\n///\n///   x")
    }

    @Test func longLinesOfTextAreWrappedAndCodeIsNot() {
        let words = Array(repeating: "word", count: 40).joined(separator: " ")
        let comment = text(Code.documentation([words + "\n```\n" + words + "\n```"])).split(separator: "\n")
        #expect(comment.count == 5)
        #expect(comment[0].utf8.count <= 114)
        #expect(comment[3].utf8.count == words.utf8.count + 4)
    }

    @Test func wordsInALiteral() {
        #expect(text(Code(wordsInLiteral: ["id!", "na\"me"])) == #""id! na\"me""#)
        let many = text(Code(wordsInLiteral: Array(repeating: "some_property", count: 12)))
        #expect(many.hasPrefix("\"\"\"\n") && many.hasSuffix("\n\"\"\"") && many.contains(" \\\n"))
    }

    @Test func keysBeyondThoseWithANameAreNumbers() {
        var keys = KeySwitch(index: "reader.index")
        keys.add([249], ["a"])
        keys.add([250], ["b"])
        keys.add([-1, 5, 300], ["c", "d"])
        #expect(text(keys.code) == """
            switch key {
            case .k249: a
            case .other, .k5:
                c
                d
            case .beyond:
                switch reader.index {
                case 250: b
                case 300:
                    c
                    d
                default: break
                }
            default: break
            }
            """)
    }
}
