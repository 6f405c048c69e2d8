import Testing
import TypewrightReader
import TypewrightSource

/// What YAML's scalars, aliases and merges come to.
@Suite struct YAMLValueTests {
    /// The tree as JSON on one line.
    private func json(_ text: String) -> String? { reading(text).node.map(Self.json) }

    private static func json(_ node: Node) -> String {
        switch node.kind {
        case .null: "null"
        case .boolean: node.boolean == true ? "true" : "false"
        case .number: node.number?.text ?? ""
        case .string: "\"\(node.string ?? "")\""
        case .array: "[" + node.elements.map(json).joined(separator: ", ") + "]"
        case .object: "{" + node.members.map { "\($0.key): \(json($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    @Test(arguments: [
        ("12", "12"), ("-0", "-0"), ("1.50", "1.50"), ("1e3", "1e3"), ("0x1F", "31"), ("0xffffffffffffffffffff", "1208925819614629174706175"),
        ("0o17", "15"), ("+1", "1"), ("-.5", "-0.5"), (".5", "0.5"), ("1.", "1"), ("007", "7"), ("00", "0"), ("+12.e03", "12e03"), ("1.E-2", "1e-2"),
        ("0b1", "\"0b1\""), ("1_000", "\"1_000\""), ("0x", "\"0x\""), ("0o8", "\"0o8\""), ("-0x1", "\"-0x1\""), ("1e", "\"1e\""), (".", "\".\""), ("+", "\"+\""),
        ("2001-12-14", "\"2001-12-14\""), ("3.1.0", "\"3.1.0\""), ("12:30:45", "\"12:30:45\""),
        ("true", "true"), ("True", "true"), ("TRUE", "true"), ("tRUE", "\"tRUE\""), ("false", "false"), ("yes", "\"yes\""), ("no", "\"no\""), ("on", "\"on\""),
        ("null", "null"), ("Null", "null"), ("NULL", "null"), ("~", "null"), ("", "null"), ("nULL", "\"nULL\""), ("'12'", "\"12\""), ("\"true\"", "\"true\""),
        ("!!str 12", "\"12\""), ("! 12", "\"12\""), ("!!int '12'", "12"), ("!!float 3", "3"), ("!!bool 'true'", "true"), ("!!null ''", "null"),
        ("!!binary aGk=", "\"aGk=\""), ("|\n  12\n", "\"12\n\""),
    ])
    func scalars(text: String, expected: String) {
        let result = reading("a: \(text)\n")
        #expect(result.node?["a"].map(Self.json) == expected)
        #expect(result.diagnostics.isEmpty, "\(result.rendered)")
    }

    @Test(arguments: [
        (".inf", "not-a-json-number"), ("-.INF", "not-a-json-number"), (".NaN", "not-a-json-number"), ("!!int x", "wrong-tag"), ("!local x", "unknown-tag"),
    ])
    func scalarsThatAreWarnedOf(text: String, code: String) {
        let result = reading("a: \(text)\n")
        #expect(result.node?["a"]?.kind == .string)
        #expect(result.diagnostics.map(\.code) == [code] && result.errors.isEmpty)
    }

    @Test func keysAreTexts() {
        #expect(json("200: a\ntrue: b\n~: c\n0x1F: d\n1.0: e\n'q': f\n: g\n") == #"{200: "a", true: "b", ~: "c", 0x1F: "d", 1.0: "e", q: "f", : "g"}"#)
        #expect(json("? [a, b]\n: 1\n") == "{[a, b]: 1}")
        #expect(json("&k 12: &v 13\nx: *k\n*v : y\n") == #"{12: 13, x: 12, 13: "y"}"#)
    }

    @Test func aliasesShareWhatTheyStandFor() throws {
        let root = try #require(reading("base: &b {x: [1, 2]}\nother: *b\nlist: [*b, *b]\n").node)
        #expect(Self.json(root) == "{base: {x: [1, 2]}, other: {x: [1, 2]}, list: [{x: [1, 2]}, {x: [1, 2]}]}")
        #expect(root["other"]?.range == root["base"]?.range)
        #expect(root["other"]?["x"]?.range == root["base"]?["x"]?.range)
        // An anchor may be given anew.
        #expect(json("- &a 1\n- *a\n- &a 2\n- *a\n") == "[1, 1, 2, 2]")
    }

    @Test func mergesGoBehindOwnMembers() {
        #expect(json("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\n  z: 4\n") == "{a: {x: 1, y: 2}, b: {x: 1, y: 3, z: 4}}")
        #expect(json("- &a {x: 1}\n- &b {x: 2, y: 3}\n- <<: [*a, *b]\n") == "[{x: 1}, {x: 2, y: 3}, {x: 1, y: 3}]")
        #expect(json("<<: {a: 1}\nb: 2\n<<: {c: 3}\n") == "{a: 1, b: 2, c: 3}")
        // In quotes it is a key like any other.
        #expect(json("'<<': {a: 1}\n") == "{<<: {a: 1}}")
        #expect(reading("a: &a {x: 1}\nb: {<<: *a, x: 2}\n").diagnostics.isEmpty)
        let large = (0..<40).map { "k\($0): \($0)" }.joined(separator: ", ")
        #expect(reading("- &a {\(large)}\n- {<<: *a, k7: own}\n").node?.elements.last?["k7"]?.string == "own")
        #expect(reading("- &a {\(large)}\n- {<<: *a, k7: own}\n").node?.elements.last?["k39"]?.number?.int == 39)
    }

    @Test func aliasesCannotStandForTooMuch() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            text += "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        #expect(reading(text).diagnostics.map(\.code) == ["too-many-aliases"])
        let merging = "- &a {" + (0..<1000).map { "k\($0): 1" }.joined(separator: ", ") + "}\n"
        #expect(reading(merging + String(repeating: "- {<<: *a}\n", count: 3000)).diagnostics.map(\.code) == ["too-many-aliases"])
        var chain = "- &a0 [x]\n"
        for level in 1...600 { chain += "- &a\(level) [*a\(level - 1)]\n" }
        #expect(reading(chain).diagnostics.map(\.code) == ["nesting-too-deep"])
    }

    @Test func lineEndsOfOtherSystemsReadTheSame() throws {
        for text in RobustnessTests.seeds.dropFirst() {
            let expected = try #require(reading(text).node.map(Value.init))
            for lineEnd in ["\r\n", "\r"] {
                #expect(reading(text.replacing("\n", with: lineEnd)).node.map(Value.init) == expected)
            }
        }
    }

    @Test func aClosingBracketMayStandUnderItsKey() {
        #expect(json("a: [\n  1,\n  2\n]\nb: {\n  c: 3\n}\n") == "{a: [1, 2], b: {c: 3}}")
    }

    @Test func streamsHoldSeveralDocuments() throws {
        let sources = SourceMap()
        let sink = DiagnosticSink()
        func documents(_ text: String) -> [String]? {
            readStream(sources.add(path: "s", text: Array(text.utf8)), limits: ReaderLimits(), into: sink)?.map(Self.json)
        }
        #expect(documents("a: 1\n---\n- b\n...\n# none\n---\n---\nc\n") == ["{a: 1}", #"["b"]"#, "null", #""c""#])
        #expect(documents("# nothing\n") == [])
        #expect(documents("- &x 1\n---\n- *x\n") == nil && sink.diagnostics.map(\.code) == ["unknown-alias"])
    }
}
