import Testing
import TypewrightReader
import TypewrightTestSupport

/// Which language a text is taken for.
@Suite struct LanguageTests {
    @Test func jsonIsReadAsJSON() throws {
        // YAML alone would take these for something else, or refuse them.
        #expect(reading("\t{\"a\":\t\"\\/\", \"b\":[1\n,2]}").node?["a"]?.string == "/")
        #expect(reading("{\"<<\": {\"a\": 1}}").node?["<<"]?["a"]?.number?.int == 1)
        #expect(reading("\u{FEFF}\"text\"").node?.string == "text")
        #expect(reading("[\"\u{7F}\u{85}\"]").node?.elements.first?.string == "\u{7F}\u{85}")
    }

    @Test func yamlInBracketsIsRead() {
        let result = reading("{openapi: 3.1.0, 'paths': {}, }\n")
        #expect(result.node?["openapi"]?.string == "3.1.0" && result.diagnostics.isEmpty)
        #expect(reading("\"openapi\": 3.0.0\n\"x\": y").node?["x"]?.string == "y")
        #expect(reading("- a\n- b").node?.elements.count == 2)
    }

    /// In a file that says it is JSON, a slip is an error; elsewhere the text is YAML, with a warning.
    @Test func theNameOfTheFileCounts() {
        let text = "{\"a\": 1, // why\n\"b\": 2}"
        #expect(reading(text, path: "x.json").diagnostics.map(\.code) == ["invalid-json"])
        #expect(reading(text, path: "x").diagnostics.map(\.code) == ["not-json"])
    }

    /// People write documents by hand. Of a value that is to be judged, the same comma is a fault.
    @Test func aDocumentIsForgivenItsCommas() throws {
        let text = "{\"a\": [1, 2,],\n \"b\": {\"c\": 3,\n},}"
        let result = reading(text, as: .document, path: "x.json")
        let node = try #require(result.node)
        #expect(Value(node) == Value(try #require(reading(#"{"a": [1, 2], "b": {"c": 3}}"#).node)))
        #expect(result.rendered.hasPrefix("""
            x.json:1:12: warning: expected a value after the comma, found `]` [trailing-comma]
                {"a": [1, 2,],
                           ^
              help: remove the comma before `]`

            """))
        #expect(result.diagnostics.map(\.severity) == [.warning, .warning, .warning])
        #expect(reading(text, path: "x.json").errors.map(\.code) == ["invalid-json"])
        for slip in ["[,]", "[1,,]", "{,}", "[1,2,", "{\"a\":1,,}", "{\"a\":,}"] {
            #expect(reading(slip, as: .document, path: "x.json").errors.count == 1, "\(slip)")
        }
    }

    @Test(.enabled(if: SharedData.has(JSONSuiteTests.folder), "skipped: the JSON parsing suite is not there"))
    func whatIsJSONReadsTheSameAsYAML() {
        for (path, text) in SharedData.texts(JSONSuiteTests.folder, endings: [".json"]) where path.hasPrefix("y_") {
            let asJSON = reading(text, as: .json).node.map(Value.init)
            #expect(reading(text).node.map(Value.init) == asJSON, "\(path)")
            // The comment keeps the text from being taken for JSON.
            let asYAML = reading(Array("# YAML\n".utf8) + text)
            #expect(asYAML.node.map(Value.init) == asJSON, "\(path): \(asYAML.rendered)")
        }
    }

    @Test(arguments: [[0xFF, 0xFE, 0x7B, 0], [0x7B, 0, 0x7D, 0], [0, 0x7B], [0x61, 0xFF], [0x61, 0x3A, 0x20, 0xC0, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]])
    func otherEncodingsAreRefused(text: [UInt8]) {
        #expect(reading(text).errors.map(\.code) == ["invalid-utf8"])
    }
}
