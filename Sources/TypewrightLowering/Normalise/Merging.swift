import TypewrightModel
import TypewrightReader
import TypewrightSpec

/// Merges what a flattened intersection says: `allOf` becomes one flat struct, siblings included.
struct Merger {
    let spec: Spec
    private var normal = Normal()
    /// Where the properties are that objects before the present one have.
    private var places: [String: Int] = [:]
    private var typesAllowNull = true
    private var sawTypes = false

    init(spec: Spec) {
        self.spec = spec
    }

    /// Given up with it, for what is merged would be copied otherwise.
    consuming func merge(_ flattened: Flattened) -> Normal {
        normal.isNever = flattened.isNever
        normal.unions = flattened.unions
        normal.parts = flattened.own
        for id in flattened.own {
            let schema = spec[id]
            merge(types: schema.types)
            merge(values: schema, id: id)
            merge(object: schema, id: id, isConditional: false)
            merge(array: schema)
            if normal.format == nil { normal.format = schema.format }
        }
        for id in flattened.own { mergeConditional(spec[id], depth: 0) }
        normal.isNullable = flattened.isNullable || (sawTypes && typesAllowNull) || (!sawTypes && enumerationHadNull)
        return normal
    }

    private var enumerationHadNull = false

    private mutating func merge(types: JSONTypes?) {
        guard let types else { return }
        sawTypes = true
        if !types.contains(.null) { typesAllowNull = false }
        let plain = types.subtracting(.null)
        guard let known = normal.types else {
            normal.types = plain
            return
        }
        var both = known.intersection(plain)
        // Integers are numbers, so `number` and `integer` together mean `integer`.
        if known.contains(.number) != plain.contains(.number), known.union(plain).contains(.integer) {
            both.insert(.integer)
        }
        // Contradictory types are a fault of the document; the first one is kept.
        normal.types = both.isEmpty ? known : both
    }

    private mutating func merge(values schema: Schema, id: SchemaID) {
        var values = schema.enumeration
        if let constant = schema.constant { values = [constant] }
        guard let values else { return }
        let plain = values.filter { $0.kind != .null }
        if plain.count < values.count {
            enumerationHadNull = true
        }
        guard !plain.isEmpty else {
            normal.types = normal.types ?? JSONTypes()
            return
        }
        if let known = normal.enumeration {
            let common = known.filter { old in plain.contains { literal(of: $0) == literal(of: old) } }
            if !common.isEmpty { normal.enumeration = common }
        } else {
            normal.enumeration = plain
            normal.enumerationOwner = id
        }
    }

    private mutating func merge(object schema: Schema, id: SchemaID, isConditional: Bool) {
        guard let object = schema.object else { return }
        notePlaces()
        if normal.properties.isEmpty { normal.properties.reserveCapacity(object.properties.count) }
        for property in object.properties {
            // `properties: {x: false}` forbids x: there is nothing to hold.
            if spec[property.schema].boolean == false { continue }
            if let place = places[property.name] {
                add(property.schema, to: place, isConditional: isConditional)
            } else {
                normal.properties.append(Normal.MergedProperty(
                    name: property.name, schemas: [property.schema], owner: id, isConditional: isConditional))
            }
        }
        guard !isConditional else { return }
        normal.required += object.required
        if let additional = object.additionalProperties { normal.additional.append(additional) }
        normal.patternProperties += object.patternProperties.map(\.schema)
    }

    /// The names within one object differ.
    private mutating func notePlaces() {
        for index in places.count..<normal.properties.count { places[normal.properties[index].name] = index }
    }

    private mutating func add(_ schema: SchemaID, to place: Int, isConditional: Bool) {
        if isConditional || normal.properties[place].schemas.contains(schema) { return }
        normal.properties[place].schemas.append(schema)
    }

    private mutating func merge(array schema: Schema) {
        guard let array = schema.array else { return }
        if let items = array.items { normal.items.append(items) }
        if !array.prefixItems.isEmpty { normal.prefixItems.append(array.prefixItems) }
    }

    /// Properties that only appear under a condition are properties all the same.
    private mutating func mergeConditional(_ schema: Schema, depth: Int) {
        guard depth < 8 else { return }
        var conditional = schema.object?.dependentSchemas.map(\.schema) ?? []
        if let condition = schema.applicators?.condition {
            conditional += [condition.then, condition.otherwise].compactMap { $0 }
        }
        for id in conditional {
            merge(object: spec[id], id: id, isConditional: true)
            for member in spec[id].applicators?.allOf ?? [] { merge(object: spec[member], id: member, isConditional: true) }
            mergeConditional(spec[id], depth: depth + 1)
        }
    }
}
