/// A JSON Schema `pattern`: a regular expression of ECMA-262 under its `u` flag, searched for
/// anywhere in a text. Generated code holds it as data that was compiled at generation.
///
///     static let slug = Pattern("…", source: "^[a-z0-9-]{1,64}$")
///
/// Matching takes time linear in the text. Only where a pattern has back-references, or counts
/// too high to unroll, does it try one way after the other, and gives up after a number of
/// steps that is proportional to the length of the text.
public struct Pattern: Sendable {
    public enum Outcome: Hashable, Sendable {
        case matched, notMatched
        /// Deciding would have taken too long.
        case stepLimitExceeded
        /// The data is of another version of the generator, or damaged.
        case unreadableProgram
    }

    /// The regular expression as the schema has it.
    public let source: StaticString

    private let engine: PatternEngine

    /// - Parameter program: what the generator compiled `source` to.
    public init(_ program: StaticString, source: StaticString) {
        self.source = source
        engine = program.withUTF8Buffer { PatternEngine($0) }
    }

    /// Whether the pattern is found in a text that is valid UTF-8.
    public func matches(_ utf8: UnsafeBufferPointer<UInt8>) -> Outcome {
        engine.search(PatternText(bytes: utf8))
    }

    public func matches(_ text: String) -> Outcome {
        text.withBytes { matches($0) }
    }
}
