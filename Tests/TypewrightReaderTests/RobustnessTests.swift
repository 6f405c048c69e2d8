import Testing
import TypewrightReader
import TypewrightSource
import TypewrightTestSupport

/// Whatever the bytes are: a tree or an error with a position, never a crash, and in linear time.
@Suite(.aside) struct RobustnessTests {
    static let seeds = [
        #"{"openapi": "3.1.0", "a\u00e9\ud83d\ude00\n": [1, -2.5e+3, true, null, {"": []}], "x": {"y": "z", "y": 1}}"#,
        """
        %YAML 1.2
        %TAG !e! tag:example.com,2000:
        ---
        # comment
        openapi: 3.1.0
        base: &base {a: 1, "b": [x, 'y''s', "z\\x41\\u00e9\\
          folded"], ? c : d}
        merged:
          <<: *base
          plain: over
            lines
        text: |2-
            keep
           this

        folded: >+
          one
          two

            more

          three
        ? - complex
          - key
        : !e!tag &x value
        empty:
        list:
        - - 0x1F
          - .inf
        -
          - ~ : *x
        ...
        ---
        second: document
        """,
        "key: [\n  a, b: c,\n  {d: e},\n]\n\"quoted\": 'single\n\n  lines'\nlast: |\n  text",
    ]

    @Test func damagedTextsNeverCrash() {
        let seed = UInt64.random(in: .min ... .max)
        print("reader robustness, seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<4000 {
            var text = Array(Self.seeds[random.below(Self.seeds.count)].utf8)
            for _ in 0...random.below(6) { Self.damage(&text, &random) }
            Self.check(text, seed: seed)
        }
    }

    @Test func everyBeginningOfATextIsReadOrRefused() {
        for text in Self.seeds.map({ Array($0.utf8) }) {
            for end in 0...text.count { Self.check(Array(text[..<end]), seed: 0) }
        }
    }

    private static func damage(_ text: inout [UInt8], _ random: inout SeededGenerator) {
        let telling = Array("{}[],:\"'\\#&*!|>%@`-?\n\r\t ~.<=0x1eu\u{0}é\u{FEFF}".utf8) + [0xFF, 0xC0, 0xED, 0xA0, 0x80]
        guard !text.isEmpty else { return text.append(telling[random.below(telling.count)]) }
        let place = random.below(text.count)
        switch random.below(6) {
        case 0: text[place] = telling[random.below(telling.count)]
        case 1: text.insert(telling[random.below(telling.count)], at: place)
        case 2: text.remove(at: place)
        case 3: text.removeSubrange(place..<min(text.count, place + random.below(12)))
        case 4: text.removeSubrange(place...)
        default:
            let part = text[place..<min(text.count, place + random.below(20))]
            text.insert(contentsOf: Array(part), at: random.below(text.count))
        }
    }

    private static func check(_ text: [UInt8], seed: UInt64) {
        let sources = SourceMap()
        let renderer = DiagnosticRenderer(sources: sources)
        let file = sources.add(path: "damaged", text: text)
        let doors: [(SourceFile, ReaderLimits, DiagnosticSink) -> Node?] = [
            { readDocument($0, limits: $1, isForgiving: true, into: $2) }, readJSON, { readStream($0, limits: $1, into: $2)?.first },
        ]
        for read in doors {
            let sink = DiagnosticSink()
            let node = read(file, ReaderLimits(), sink)
            if let node { walk(node, in: text) }
            for diagnostic in sink.diagnostics {
                let range = diagnostic.range
                #expect(range.map { Int($0.start) <= text.count && Int($0.end) <= text.count } == true, "seed \(seed): \(diagnostic)")
                #expect(!renderer.render(diagnostic).isEmpty)
            }
            #expect(node == nil || sink.errorCount == 0, "seed \(seed)")
        }
    }

    private static func walk(_ node: Node, in text: [UInt8]) {
        #expect(Int(node.range.end) <= text.count)
        _ = (node.string, node.number?.int, node.number?.double, node.boolean)
        for element in node.elements { walk(element, in: text) }
        for member in node.members {
            #expect(node[member.key] != nil)
            walk(member.value, in: text)
        }
    }

    @Test(arguments: ["[", "{\"a\":", "- ", "? ", "a:\n ", "[{a: ", "!!seq [", "- &a\n "])
    func deepNestingIsRefused(opening: String) {
        var text = String(repeating: opening, count: 100_000)
        if opening.hasSuffix("\n ") {
            text = (0..<2000).map { String(repeating: " ", count: $0) + opening.dropLast(2) }.joined(separator: "\n")
        }
        let result = reading(text)
        #expect(result.node == nil)
        #expect(result.errors.map(\.code) == ["nesting-too-deep"])
    }

    @Test func theLimitIsExact() {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(reading(nested(512)).node != nil)
        #expect(reading(nested(513)).node == nil)
        #expect(reading(nested(8), limits: ReaderLimits(depth: 8)).node != nil)
        #expect(reading(nested(9), limits: ReaderLimits(depth: 8)).node == nil)
        // The same in YAML.
        #expect(reading("# yaml\n" + nested(512)).node != nil)
        #expect(reading("# yaml\n" + nested(513)).node == nil)
    }

    /// Twice the text takes about twice the time: the readers see each of these in well under a second, and
    /// one that went back over what it read would take minutes.
    @Test(arguments: [
        ("\"", "a", "\""), ("[", "1,", "1]"), ("{", "\"a\":1,", "\"b\":1}"), ("a: ", "word ", ""), ("a: |\n", "  line\n", ""),
        ("a: |\n", "\n", ""), ("a: \"", "x\n ", "\""), ("", "- a\n", ""), ("", "# c\n", "a"), ("", "\n", "a"), ("a: ", "b\n  ", ""),
        ("", "- [[a]: b]\n", ""), ("[", "[a, b, c]: d, ", "]"), ("[", "a: b, ", "]"), ("", "--- a\n", ""), ("- &a x\n", "- *a\n", ""),
        ("a: >\n", "  x\n\n", ""), ("", "- 'it''s'\n", ""), ("a: ", " ", "b"), ("? ", "a\n  ", ""),
    ])
    func longTextsTakeLinearTime(start: String, repeated: String, end: String) {
        let text = start + String(repeating: repeated, count: 300_000 / repeated.utf8.count) + end
        let time = threadTime { _ = reading(text) }
        #expect(time < .seconds(5), "\(start)\(repeated)…\(end)")
    }
}
