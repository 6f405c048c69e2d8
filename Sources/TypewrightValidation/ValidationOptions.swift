/// How instances are validated.
package struct ValidationOptions: Sendable {
    /// How many violations are collected before validation stops.
    package var limit = 100
    package var formats = Formats.annotated
    package var direction = Direction.either
    /// How many schemas may be applied within each other on the way to a value.
    package var maximumDepth = 4096

    package enum Formats: Sendable {
        /// `format` is a remark; except where the metaschema's vocabulary makes it an assertion.
        case annotated
        case asserted
    }

    package enum Direction: Sendable {
        /// Neither properties that are only read nor those that are only written are demanded.
        case either
        /// Properties that are only read are not demanded.
        case request
        /// Properties that are only written are not demanded.
        case response
    }

    package init() {}
}
