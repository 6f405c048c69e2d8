/// A type that knows the rules of its schema.
public protocol Validatable {
    static func validate(json: [UInt8], options: ValidationOptions) throws(ValidationError)
}

public struct ValidationOptions: Sendable {
    public var direction = Direction.either

    public enum Direction: Sendable { case either, request, response }

    public init() {}
}

/// All that is wrong with a JSON text.
public struct ValidationError: Error, Sendable, Hashable {
    public let violations: [Violation]

    public init(violations: [Violation]) {
        self.violations = violations
    }
}

/// One rule that a JSON text breaks.
public struct Violation: Sendable, Hashable {
    public let pointer: String
    public let keyword: String
    public let schemaLocation: String
    public let message: String
    public let value: String
    public let offset: Int

    public init(pointer: String, keyword: String, schemaLocation: String, message: String, value: String, offset: Int) {
        self.pointer = pointer
        self.keyword = keyword
        self.schemaLocation = schemaLocation
        self.message = message
        self.value = value
        self.offset = offset
    }
}

extension Violation: CustomStringConvertible {
    public var description: String { pointer.isEmpty ? message : pointer + ": " + message }
}

extension ValidationError: CustomStringConvertible {
    public var description: String { violations.map(\.description).joined(separator: "\n") }
}
