import Testing

/// A call of generated code, and what it has to send.
struct CallCase<Subject>: Sendable, CustomTestStringConvertible {
    typealias Call = @Sendable (Subject) async throws -> Void

    /// Of a header; empty for paths.
    var name = ""
    let expected: String
    let call: Call

    init(_ expected: String, _ call: @escaping Call) {
        self.expected = expected
        self.call = call
    }

    init(_ name: String, _ expected: String, _ call: @escaping Call) {
        self.init(expected, call)
        self.name = name
    }

    var testDescription: String { name + " " + expected }
}
