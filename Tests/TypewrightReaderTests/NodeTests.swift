import Testing
import TypewrightReader
import TypewrightSource

/// What other rooms see of a document.
@Suite struct NodeTests {
    private func node(_ text: String) throws -> Node { try #require(reading(text).node) }

    @Test func kindsAndValues() throws {
        let list = try node(#"[null, true, false, 1.50, "text", [], {}]"#)
        #expect(list.elements.map(\.kind) == [.null, .boolean, .boolean, .number, .string, .array, .object])
        #expect(list.elements[0].isNull && list.elements[1].boolean == true && list.elements[2].boolean == false)
        #expect(list.elements[3].number?.text == "1.50" && list.elements[4].string == "text")
        // Asked for what it is not, a node has nothing.
        #expect(list.string == nil && list.number == nil && list.boolean == nil && list.members.isEmpty && list["a"] == nil)
        #expect(list.elements[4].elements.isEmpty && list.elements[3].string == nil)
    }

    @Test func membersKeepTheirOrderAndPlaces() throws {
        let object = try node(#"{"b": 1, "a": {"c": [2]}, "": 3}"#)
        #expect(object.members.map(\.key) == ["b", "a", ""])
        #expect(object["a"]?["c"]?.elements.first?.number?.int == 2 && object[""]?.number?.int == 3 && object["x"] == nil)
        let range = try #require(object["a"]).range
        #expect(range.start == 14 && range.end == 24)
        #expect(object.members[1].keyRange.start == 9 && object.members[1].keyRange.end == 12)
        #expect(object.members[2].value.number?.int == 3)
    }

    @Test(arguments: [1, 2, 16, 17, 18, 31, 32, 33, 500])
    func everyKeyIsFound(count: Int) throws {
        let text = (0..<count).map { "\"key \($0)\": \($0)" }.joined(separator: ", ")
        let object = try node("{\(text)}")
        #expect(object.members.count == count)
        for index in 0..<count { #expect(object["key \(index)"]?.number?.int == index) }
        #expect(object["key"] == nil && object["key \(count)"] == nil && object[""] == nil)
    }

    @Test(arguments: [2, 20])
    func ofAKeyThatStandsTwiceTheLastCounts(others: Int) throws {
        let more = (0..<others).map { "\"\($0)\": 0" }.joined(separator: ", ")
        let result = reading("{\"a\": 1, \(more), \"a\": 2, \"\\u0061\": 3}")
        let object = try #require(result.node)
        #expect(object["a"]?.number?.int == 3)
        #expect(object.members.map(\.key) == (0..<others).map(String.init) + ["a"])
        #expect(result.diagnostics.map(\.code) == ["duplicate-key", "duplicate-key"])
    }

    @Test func stringsAreSpelledOut() throws {
        let text = #"["\"\\\/\b\f\n\r\t", "\u00e9\u540d\ud83d\ude00\u0000", "é名😀", ""]"#
        #expect(try node(text).elements.map(\.string) == ["\"\\/\u{8}\u{C}\n\r\t", "é名😀\0", "é名😀", ""])
    }

    @Test(arguments: [
        "[{}, {}, [], [], [[]], \"\", \"\", null, null, {\"a\": {}}, {\"a\": {}}]", "-\n-\n- -\n  -\n- a:\n  b:\n- ? \n- ? a\n", "- {a, b, c: , ? d}\n- [a: , : ]\n",
        "a:\nb: !!str\nc: &x\nd:\n- e:\n- f:",
    ])
    func nodesCanBeToldApart(text: String) throws {
        var count = 0
        var seen: Set<Node.Identity> = []
        func walk(_ node: Node) {
            count += 1
            seen.insert(node.identity)
            node.elements.forEach(walk)
            node.members.forEach { walk($0.value) }
        }
        walk(try node(text))
        #expect(seen.count == count)
    }

    @Test func whatAliasesLeadToIsTheSameNode() throws {
        let root = try node("a: &a {b: &c [1]}\nd: *a\ne: {<<: *a}\nf: *c\n")
        #expect(root["d"]?.identity == root["a"]?.identity && root["d"]?["b"]?.identity == root["a"]?["b"]?.identity)
        #expect(root["e"]?["b"]?.identity == root["f"]?.identity && root["f"]?.identity == root["a"]?["b"]?.identity)
        #expect(root["e"]?.identity != root["a"]?.identity)
    }

    @Test func nodesOutliveTheirText() async throws {
        let nodes = try (0..<50).map { try node("{\"n\": [\($0), \"x\\n\"]}") }
        let sums = await withTaskGroup(of: Int.self) { group in
            for node in nodes { group.addTask { node["n"]?.elements.first?.number?.int ?? 0 } }
            return await group.reduce(0, +)
        }
        #expect(sums == 1225)
    }
}

@Suite struct NumberTextTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("1.0", 1), ("1e2", 100), ("1.5e1", 15), ("120e-1", 12), ("-1.00E+3", -1000), ("0.0e99999999999999999999", 0),
        ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("1e400", nil), ("1e99999999999999999999", nil),
    ] as [(String, Int?)])
    func integers(text: String, value: Int?) throws {
        let number = try #require(NumberText(text))
        #expect(number.isInteger && number.int == value)
    }

    @Test(arguments: ["0.5", "1e-1", "1.05e1", "-2.5", "1e-99999999999999999999"])
    func others(text: String) throws {
        let number = try #require(NumberText(text))
        #expect(!number.isInteger && number.int == nil)
    }

    @Test func doubles() {
        #expect(NumberText("1e400")?.double == .infinity)
        #expect(NumberText("-0.1")?.double == -0.1)
        #expect(NumberText("1e-400")?.double == 0)
    }

    @Test(arguments: ["", "-", "+1", "01", "1.", ".5", "1e", "0x1", "1 ", "NaN", "٣"])
    func whatIsNoNumber(text: String) { #expect(NumberText(text) == nil) }
}
