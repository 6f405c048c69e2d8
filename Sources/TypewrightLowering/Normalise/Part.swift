import TypewrightSpec

/// A schema as one member of an intersection: an instance has to satisfy all parts at once.
struct Part: Hashable {
    var schema: SchemaID
    /// Only what the schema says itself; where it leads (`$ref`, `allOf`, `anyOf`, `oneOf`) is dealt with elsewhere.
    var isOwnOnly = false
}

/// An intersection, without doubles. The key under which a type that is found inside others is remembered.
struct PartList: Hashable {
    private(set) var parts: [Part] = []

    init(_ schema: SchemaID) {
        parts = [Part(schema: schema)]
    }

    init(_ list: [Part]) {
        for part in list { add(part) }
    }

    mutating func add(_ part: Part) {
        if !parts.contains(part) { parts.append(part) }
    }
}
