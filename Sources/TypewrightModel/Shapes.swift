import TypewrightSource

/// A JSON object with known properties.
package struct ObjectShape: Sendable {
    package var properties: [Property]
    package var additional: AdditionalProperties

    package init(properties: [Property], additional: AdditionalProperties) {
        self.properties = properties
        self.additional = additional
    }
}

/// By place: a property that goes through a closure is copied, with a retain for each of its texts.
extension [Property] {
    package var names: [String] { indices.map { self[$0].name } }

    package func place(of name: String) -> Int? { indices.first { self[$0].name == name } }

    package func named(_ name: String) -> Property? { place(of: name).map { self[$0] } }
}

/// What becomes of properties that the document does not list.
package enum AdditionalProperties: Sendable, Hashable {
    /// Read over; kept where the user asks for it.
    case ignored
    /// `additionalProperties: T` beside listed ones: a dictionary.
    case map(TypeReference)
    /// `additionalProperties: false`: read over all the same, validation objects.
    case forbidden
}

package struct Property: Sendable {
    package var name: String
    package var type: TypeReference
    package var presence: Presence
    package var documentation: Documentation
    package var origin: Origin
    /// The only value there is: `const`, an `enum` of one.
    package var constant: Literal?
    /// What the server takes where the property is absent. Never sent unasked.
    package var defaultValue: Literal?
    package var direction: Direction
    /// Kept elsewhere, because a cycle closes here or much is held: the value needs a box.
    package var isBoxed = false

    package init(
        name: String, type: TypeReference, presence: Presence, documentation: Documentation, origin: Origin,
        constant: Literal? = nil, defaultValue: Literal? = nil, direction: Direction = .both
    ) {
        self.name = name
        self.type = type
        self.presence = presence
        self.documentation = documentation
        self.origin = origin
        self.constant = constant
        self.defaultValue = defaultValue
        self.direction = direction
    }
}

/// Whether a value has to be there, and whether it may be `null`.
package enum Presence: Sendable, Hashable {
    case required
    case optional
    case requiredNullable
    case optionalNullable

    package init(isRequired: Bool, isNullable: Bool) {
        switch (isRequired, isNullable) {
        case (true, false): self = .required
        case (false, false): self = .optional
        case (true, true): self = .requiredNullable
        case (false, true): self = .optionalNullable
        }
    }

    package var isRequired: Bool { self == .required || self == .requiredNullable }
    package var isNullable: Bool { self == .requiredNullable || self == .optionalNullable }
}

/// `readOnly` and `writeOnly`.
package enum Direction: Sendable, Hashable {
    case both
    /// Only answers carry it.
    case responseOnly
    /// Only requests carry it.
    case requestOnly
}

/// A list of known values, open to more.
package struct EnumerationShape: Sendable {
    package var base: Base
    package var values: [Value]

    package enum Base: Sendable, Hashable { case string, integer, number, mixed }

    package struct Value: Sendable {
        package var literal: Literal
        /// What the document calls it, by `x-enum-varnames` and its like.
        package var name: String?
        package var documentation = Documentation()
        /// Where the document lists it.
        package var range: SourceRange?

        package init(literal: Literal, name: String? = nil, range: SourceRange? = nil) {
            self.literal = literal
            self.name = name
            self.range = range
        }
    }

    package init(base: Base, values: [Value]) {
        self.base = base
        self.values = values
    }
}

/// `prefixItems`: a type for each place, and maybe one for all that follow.
package struct TupleShape: Sendable {
    package var items: [Property]
    package var rest: TypeReference?

    package init(items: [Property], rest: TypeReference?) {
        self.items = items
        self.rest = rest
    }
}
