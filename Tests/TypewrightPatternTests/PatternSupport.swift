import Testing
@testable import TypewrightPattern
import TypewrightValidation
@testable import TypewrightRuntime

/// A pattern in every implementation that can take it.
struct Candidates {
    let compiled: CompiledPattern
    private let matcher: PatternMatcher
    private(set) var engines: [(name: String, engine: PatternEngine)] = []

    init(_ source: String) throws {
        compiled = try CompiledPattern(source)
        matcher = compiled.matcher()
        let encoded = Array(compiled.program.utf8)
        let (chosen, program) = encoded.withUnsafeBufferPointer { (PatternEngine($0), PatternProgram($0)) }
        engines.append(("chosen", chosen))
        guard let program, case .tree(let tree) = program.body else { return }
        let backtracker = PatternBacktracker(tree, sets: program.sets, captures: program.captures)
        engines.append(("backtracker", .backtracker(backtracker)))
        if program.captures == 0, let networks = PatternNetworks(tree, sets: program.sets) {
            engines.append(("networks", .networks(networks)))
        }
    }

    var kind: String {
        switch engines[0].engine {
        case .runs: "runs"
        case .table: "table"
        case .networks: "networks"
        case .backtracker: "backtracker"
        case .all: "all"
        case .unreadable: "unreadable"
        }
    }

    /// What everyone says, by name; who has run out of steps says nothing.
    func verdicts(_ text: String) -> [String: Bool] {
        var verdicts: [String: Bool] = [:]
        let bytes = Array(text.utf8)
        switch matcher.search(bytes) {
        case .matched: verdicts["interpreter"] = true
        case .notMatched: verdicts["interpreter"] = false
        case .stepLimitExceeded: break
        }
        for (name, engine) in engines {
            switch bytes.withUnsafeBufferPointer({ engine.search(PatternText(bytes: $0)) }) {
            case .matched: verdicts[name] = true
            case .notMatched: verdicts[name] = false
            case .stepLimitExceeded: break
            case .unreadableProgram: Issue.record("\(compiled.source): the program cannot be read")
            }
        }
        return verdicts
    }
}

/// Whether a text matches, as all implementations say.
func matches(_ source: String, _ text: String) throws -> Bool {
    let verdicts = try Candidates(source).verdicts(text)
    let all = Set(verdicts.values)
    #expect(all.count == 1, "\(source) on \(text.debugDescription): \(verdicts)")
    return verdicts["chosen"] ?? false
}

/// `‹hex›` to the scalar that it stands for.
func unescape(_ line: Substring) -> String {
    var result = String.UnicodeScalarView()
    var hex: String?
    for scalar in line.unicodeScalars {
        switch (scalar, hex) {
        case ("‹", nil): hex = ""
        case ("›", let digits?):
            if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) { result.append(scalar) }
            hex = nil
        case (_, let digits?): hex = digits + String(scalar)
        case (_, nil): result.append(scalar)
        }
    }
    return String(result)
}
