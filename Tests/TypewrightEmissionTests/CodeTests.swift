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

    /// Eight bytes are copied and looked at together: lines end before, at and behind each border.
    @Test(arguments: 1..<40)
    func linesOfAnyLengthKeepTheirColumn(_ length: Int) {
        let lines = [length, 0, length + 1, length - 1, 0, 0, length].map { String(repeating: "x", count: $0) }
        for indentation in 1...20 {
            let column = String(repeating: " ", count: indentation)
            var writer = CodeWriter(capacity: 0)
            writer.append(text: "a\n" + column)
            Array(lines.joined(separator: "\n").utf8).withUnsafeBufferPointer { writer.append(inColumn: $0) }
            writer.append(text: "!")
            let others = lines.dropFirst().map { "\n" + ($0.isEmpty ? "" : column + $0) }
            #expect(text(Code(comment: writer)) == "a\n" + column + lines[0] + others.joined() + "!")
        }
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
