import Foundation
import Testing
import TypewrightTestSupport
@testable import TypewrightPattern

/// Every `pattern` and `patternProperties` in real documents and in the JSON Schema Test Suite.
@Suite(.aside) struct CorpusTests {
    /// What is not a regular expression at all, and why. An entry that no longer fails must go.
    private static let refused: [String: String] = [:]

    /// What is one only by the kindness of the lenient parser: the messages.
    private static let tolerated: [String: [String]] = [
        #"^[a-zA-Z0-9_\-\:]+$"#: ["`:` needs no `\\`, and ECMA-262 allows none before it"],
    ]

    @Test(.enabled(if: SharedData.has("corpus"), "skipped: there is no corpus beside the checkout"))
    func patternsOfRealDocuments() {
        var patterns: Set<String> = []
        for folder in ["corpus", "suites/json-schema"] {
            for (_, text) in SharedData.texts(folder) { Self.scan(json: Data(text), &patterns) }
            for (_, text) in SharedData.texts(folder, endings: [".yaml", ".yml"]) { Self.scan(yaml: Data(text), &patterns) }
        }
        #expect(patterns.count == 187)
        for pattern in patterns.sorted() {
            do {
                let candidates = try Candidates(pattern)
                #expect(Self.refused[pattern] == nil, "\(pattern) is accepted: remove it from the list")
                #expect(candidates.compiled.warnings.map(\.message) == Self.tolerated[pattern] ?? [], "\(pattern)")
                for text in ["", "a", "A9-_.", "2024-05-01", "https://example.com/a?b", "é日😀"] { _ = try matches(pattern, text) }
            } catch {
                #expect(Self.refused[pattern] != nil, "\(pattern): \(error)")
            }
        }
    }

    private static func scan(json: Data, _ patterns: inout Set<String>) {
        for place in places(of: #""pattern""#, in: json) {
            guard let value = skip(":", json, place) else { continue }
            if let (text, _) = string(json, value) { patterns.insert(text) }
        }
        for place in places(of: #""patternProperties""#, in: json) {
            guard let colon = skip(":", json, place), var next = skip("{", json, colon) else { continue }
            // The keys at this depth: strings with a colon behind them.
            var depth = 0
            while next < json.endIndex, depth >= 0 {
                switch json[next] {
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                case UInt8(ascii: "\""):
                    guard let (text, end) = string(json, next) else { return }
                    if depth == 0, skip(":", json, end) != nil { patterns.insert(text) }
                    next = end - 1
                default: break
                }
                next += 1
            }
        }
    }

    private static func scan(yaml: Data, _ patterns: inout Set<String>) {
        for start in places(of: "pattern: ", in: yaml) where yaml[max(start - 10, 0)] <= 0x20 || start < 10 {
            let lines = yaml[start..<min(start + 2_000, yaml.endIndex)].split(separator: UInt8(ascii: "\n"), maxSplits: 20)
                .map { String(decoding: $0, as: UTF8.self) }
            var text = lines[0].trimmingCharacters(in: .whitespaces)
            if text == ">-" {
                let indentation = lines[1].prefix { $0 == " " }
                let folded = lines.dropFirst().prefix { $0.hasPrefix(indentation) }
                text = folded.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
            }
            if text.hasPrefix("'") {
                patterns.insert(String(text.dropFirst().dropLast()).replacing("''", with: "'"))
            } else if text.hasPrefix("\"") {
                if let (text, _) = string(Data(text.utf8), 0) { patterns.insert(text) }
            } else {
                patterns.insert(text)
            }
        }
    }

    /// The places behind each occurrence.
    private static func places(of word: String, in data: Data) -> [Int] {
        var places: [Int] = []
        var start = data.startIndex
        while let found = data.range(of: Data(word.utf8), in: start..<data.endIndex) {
            places.append(found.upperBound)
            start = found.upperBound
        }
        return places
    }

    private static func skip(_ mark: Unicode.Scalar, _ data: Data, _ start: Int) -> Int? {
        var place = start
        while place < data.endIndex, data[place] <= 0x20 { place += 1 }
        return place < data.endIndex && data[place] == UInt8(ascii: mark) ? place + 1 : nil
    }

    private static func string(_ data: Data, _ start: Int) -> (text: String, end: Int)? {
        guard let first = skip("\"", data, start) else { return nil }
        var end = first
        while end < data.endIndex, data[end] != UInt8(ascii: "\"") { end += data[end] == UInt8(ascii: "\\") ? 2 : 1 }
        guard end < data.endIndex, let text = try? JSONDecoder().decode(String.self, from: data[first - 1...end]) else { return nil }
        return (text, end + 1)
    }
}
