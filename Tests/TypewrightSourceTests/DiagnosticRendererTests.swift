import Foundation
import Testing
import TypewrightSource

/// What a diagnostic looks like to people, as whole texts.
@Suite struct DiagnosticRendererTests {
    /// Renders a warning about the text between the markers `«` and `»` of a file.
    private func rendered(
        _ marked: String, path: String = "pets.yaml", notes: [String] = [], help: String? = nil, message: String = "there is no type `objet`"
    ) -> String {
        let (text, range) = unmarked(marked)
        let sources = SourceMap()
        let file = sources.add(path: path, text: Array(text.utf8))
        func sourceRange(_ range: Range<Int>) -> SourceRange {
            SourceRange(file: file.id, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
        }
        let placed = notes.map { note -> (String, SourceRange?) in
            let found = text.range(of: note).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
            return ("see `\(note)`", found.map { sourceRange($0..<($0 + note.utf8.count)) })
        }
        return DiagnosticRenderer(sources: sources).render(Diagnostic(
            code: "wrong-type", severity: .warning, message: message, range: sourceRange(range), notes: placed, help: help
        ))
    }

    private func unmarked(_ marked: String) -> (String, Range<Int>) {
        var text = ""
        var start = 0
        var end: Int?
        for character in marked {
            switch character {
            case "«": start = text.utf8.count
            case "»": end = text.utf8.count
            default: text.append(character)
            }
        }
        return (text, start..<(end ?? start))
    }

    @Test func aWordOnALine() {
        #expect(rendered("Pet:\n  type: «objet»\n  x: y\n", help: "did you mean `object`?") == """
            pets.yaml:2:9: warning: there is no type `objet` [wrong-type]
                  type: objet
                        ^~~~~
              help: did you mean `object`?

            """)
    }

    @Test func severalNotes() {
        #expect(rendered("a: 1\nb: 2\n«c»: 3\n", notes: ["a: 1", "b", "nowhere"]) == """
            pets.yaml:3:1: warning: there is no type `objet` [wrong-type]
                c: 3
                ^
              pets.yaml:1:1: note: see `a: 1`
                  a: 1
                  ^~~~
              pets.yaml:2:1: note: see `b`
                  b: 2
                  ^
              note: see `nowhere`

            """)
    }

    @Test func tabsAreWideAsInAnEditor() {
        #expect(rendered("\ta\t«b\tc»\td") == """
            pets.yaml:1:4: warning: there is no type `objet` [wrong-type]
                    a   b   c   d
                        ^~~~~

            """)
    }

    @Test func wideCharactersTakeTwoColumns() {
        #expect(rendered("名前: «型»です") == """
            pets.yaml:1:5: warning: there is no type `objet` [wrong-type]
                名前: 型です
                      ^~

            """)
        #expect(rendered("é e\u{301} 😀 «x»") == """
            pets.yaml:1:8: warning: there is no type `objet` [wrong-type]
                é e\u{301} 😀 x
                       ^

            """)
    }

    @Test func controlCharactersAreNotSentToTheTerminal() {
        #expect(rendered("a\u{1B}[31m «b»") == """
            pets.yaml:1:8: warning: there is no type `objet` [wrong-type]
                a\u{FFFD}[31m b
                       ^

            """)
    }

    @Test func aRangeOverSeveralLinesIsMarkedOnItsFirst() {
        #expect(rendered("a:\n  «b: 1\n  c: 2»\n") == """
            pets.yaml:2:3: warning: there is no type `objet` [wrong-type]
                  b: 1
                  ^~~~

            """)
    }

    @Test func theEndOfTheFile() {
        #expect(rendered("{\"a\": [1, 2«»") == """
            pets.yaml:1:12: warning: there is no type `objet` [wrong-type]
                {"a": [1, 2
                           ^

            """)
        #expect(rendered("a: 1\n«»") == "pets.yaml:2:1: warning: there is no type `objet` [wrong-type]\n")
        #expect(rendered("«»") == "pets.yaml:1:1: warning: there is no type `objet` [wrong-type]\n")
    }

    @Test func lineEndsOfOtherSystems() {
        #expect(rendered("a: 1\r\nb: «2»\r\nc: 3").hasPrefix("pets.yaml:2:4: "))
        #expect(rendered("a: 1\rb: «2»\rc: 3") == """
            pets.yaml:2:4: warning: there is no type `objet` [wrong-type]
                b: 2
                   ^

            """)
    }

    @Test func longLinesAreCutAroundThePlace() {
        let before = String(repeating: "0123456789", count: 30)
        let after = String(repeating: "abcdefghij", count: 30)
        #expect(rendered(before + "«HERE»" + after) == """
            pets.yaml:1:301: warning: there is no type `objet` [wrong-type]
                …012345678901234567890123456789HEREabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdef…
                                               ^~~~

            """)
        #expect(rendered("x: «" + after + "»") == """
            pets.yaml:1:4: warning: there is no type `objet` [wrong-type]
                x: abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefg…
                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

            """)
    }

    @Test func aMinifiedDocumentIsNoBurden() {
        let filler = String(repeating: "{\"key\":\"é名\"},", count: 100_000)
        let report = rendered(filler + "«HERE»" + filler)
        #expect(report.contains("…") && report.contains("HERE{") && report.utf8.count < 600)
    }

    @Test func withoutAPlace() {
        let renderer = DiagnosticRenderer(sources: SourceMap())
        let diagnostic = Diagnostic(code: "no-input", severity: .error, message: "there is nothing to read", help: "name a file\nor two")
        #expect(renderer.render(diagnostic) == """
            error: there is nothing to read [no-input]
              help: name a file
                or two

            """)
        // A range of a file that the map does not have.
        let stray = SourceRange(file: SourceFile.ID(number: 7), start: 5, end: 9)
        #expect(renderer.render(Diagnostic(code: "x", severity: .note, message: "m", range: stray)) == ":1:1: note: m [x]\n")
    }
}
