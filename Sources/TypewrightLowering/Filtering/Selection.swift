import TypewrightModel
import TypewrightSource
import TypewrightSpec

/// What of a document is wanted. What a wanted thing needs comes along, whatever the filters say of it.
struct Selection {
    private let include: [LoweringOptions.Filter]
    private let exclude: [LoweringOptions.Filter]
    private var used: Set<Int> = []

    init(_ options: LoweringOptions) {
        include = options.include
        exclude = options.exclude
    }

    var isEverything: Bool { include.isEmpty && exclude.isEmpty }

    /// Operations are wanted unless only other things are asked for.
    mutating func wants(_ operation: OpenAPI.Operation) -> Bool {
        wants(.operation) { filter in
            switch filter.kind {
            case .tag: operation.tags.contains { Selection.matches($0, filter.pattern) }
            case .path: Selection.matches(operation.path, filter.pattern)
            case .operation: operation.operationID.map { Selection.matches($0, filter.pattern) } ?? false
            case .schema: false
            }
        }
    }

    /// A named schema is wanted for its own sake only where nothing particular is asked for, or it is.
    mutating func wantsSchema(_ name: String) -> Bool {
        wants(.schema) { $0.kind == .schema && Selection.matches(name, $0.pattern) }
    }

    private enum Thing { case operation, schema }

    private mutating func wants(_ thing: Thing, _ matches: (LoweringOptions.Filter) -> Bool) -> Bool {
        var isIncluded = include.isEmpty
        for (index, filter) in include.enumerated() where matches(filter) {
            used.insert(index)
            isIncluded = true
        }
        for (index, filter) in exclude.enumerated() where matches(filter) {
            used.insert(include.count + index)
            isIncluded = false
        }
        return isIncluded
    }

    func reportUnused(into sink: DiagnosticSink) {
        for (index, filter) in (include + exclude).enumerated() where !used.contains(index) {
            sink.report(Diagnostic(
                code: "unused-filter", severity: .error,
                message: "no \(filter.kind.rawValue) of the document matches '\(filter.pattern)'", range: filter.range, notes: [],
                help: "'*' stands for any characters"))
        }
    }

    /// `*` stands for any characters. Linear: after a star, the latest one alone is worth going back to.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let text = Array(text.utf8)
        let pattern = Array(pattern.utf8)
        var place = 0
        var next = 0
        var star: (pattern: Int, text: Int)?
        while place < text.count {
            if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
                star = (next, place)
                next += 1
            } else if next < pattern.count, pattern[next] == text[place] {
                place += 1
                next += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                next = last.pattern + 1
                place = last.text + 1
            } else {
                return false
            }
        }
        while next < pattern.count, pattern[next] == UInt8(ascii: "*") { next += 1 }
        return next == pattern.count
    }
}
