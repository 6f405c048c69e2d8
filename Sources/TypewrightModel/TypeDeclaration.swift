/// Names a declaration in `API.types`.
@usableFromInline
package struct TypeID: Sendable, Hashable, Comparable {
    @usableFromInline package let index: Int

    package init(_ index: Int) {
        self.index = index
    }

    @inlinable package static func < (a: TypeID, b: TypeID) -> Bool { a.index < b.index }
}

/// A type that deserves a name of its own.
@usableFromInline
package struct TypeDeclaration: Sendable {
    package var naming: TypeNaming
    package var origin: Origin
    package var documentation: Documentation
    package var shape: TypeShape
    /// What a JSON value has to satisfy to be one of these; none for what accepts anything.
    package var check: CheckID?

    package init(naming: TypeNaming, origin: Origin, documentation: Documentation, shape: TypeShape, check: CheckID? = nil) {
        self.naming = naming
        self.origin = origin
        self.documentation = documentation
        self.shape = shape
        self.check = check
    }
}

/// What the document offers for a name. Spelling and uniqueness are the emitter's.
package enum TypeNaming: Sendable, Hashable {
    /// A named schema: `components/schemas/Pet`, `$defs/Pet`, the title of a root schema.
    case named(String)
    /// Found inside another declaration, in the role that the words tell: `["status"]`, `["tags", "item"]`.
    case inside(TypeID, role: [String])
    /// Belongs to an operation: `["assistants", "create"]` and `["body"]`.
    case operation([String], role: [String])
}

package enum TypeShape: Sendable {
    case object(ObjectShape)
    case enumeration(EnumerationShape)
    case union(UnionShape)
    case tuple(TupleShape)
    /// Another name for a type that needs no declaration: `type: array` under `components/schemas`.
    case alias(TypeReference)

    package var isAlias: Bool {
        if case .alias = self { return true }
        return false
    }
}

/// A type as it stands somewhere.
package indirect enum TypeReference: Sendable, Hashable {
    /// Any JSON value.
    case any
    case boolean
    case integer(IntegerFormat)
    case number(NumberFormat)
    case string
    case text(TextFormat)
    case array(TypeReference)
    case map(TypeReference)
    case named(TypeID)
    /// As an element or an alias; properties and parameters say it in their `Presence`.
    case nullable(TypeReference)
}

package enum IntegerFormat: Sendable, Hashable { case int, int32, int64 }
package enum NumberFormat: Sendable, Hashable { case double, float }

/// Strings whose format has a type of its own.
package enum TextFormat: String, Sendable, Hashable, CaseIterable {
    case dateTime = "date-time"
    case date
    case time
    case duration
    case uuid
    case uri
    case byte
    case binary
}

package struct Documentation: Sendable, Hashable {
    package var title: String?
    package var description: String?
    package var isDeprecated = false
    /// JSON texts.
    package var examples: [Literal] = []
    /// What a value has to satisfy, for people.
    package var constraints: [Constraint] = []

    package init() {}
}
