import TypewrightSource

/// One rule of a schema that an instance breaks.
package struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// Where in the instance: a JSON pointer, empty for the whole of it.
    package let pointer: String
    /// The same in the instance's file.
    package let range: SourceRange
    /// `maximum`; `depth` where a limit stopped the check.
    package let keyword: String
    /// `#/components/schemas/Voice/properties/speed/maximum`
    package let schemaLocation: String
    package let message: String
    /// Where no alternative matches: what the closest one still wants.
    package let closest: [Violation]
    /// The value is none of those in an `enum`, but of one kind with some.
    var isNear = false

    /// `/voice/speed: 2.0 is above the maximum 1.5`
    package var description: String {
        pointer.isEmpty ? message : pointer + ": " + message
    }
}
