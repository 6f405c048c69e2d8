import TypewrightReader
import TypewrightSpec

/// What all schemas that apply to one value demand together, with a branch chosen wherever there is a choice.
struct SampleShape {
    var isImpossible = false
    var types: JSONTypes?
    var mayBeNull = true
    /// What `enum` and `const` leave.
    var values: [Node]?
    var examples: [Node] = []

    var numeric: [Schema.NumericRules] = []
    var strings: [Schema.StringRules] = []
    var formats: [String] = []

    var prefixItems: [[SchemaID]] = []
    var items: [SchemaID] = []
    var contains: [(schema: SchemaID, count: Int)] = []
    var minItems = 0
    var maxItems = Int.max
    var uniqueItems = false

    var properties: [(name: String, schemas: [SchemaID])] = []
    var patternProperties: [Schema.PatternProperty] = []
    var additional: [SchemaID] = []
    var required: [String] = []
    var dependentRequired: [Schema.DependentRequired] = []
    var dependentSchemas: [Schema.DependentSchema] = []
    var propertyNames: [SchemaID] = []
    var minProperties = 0
    var maxProperties = Int.max
    /// What a discriminator wants a property to be.
    var fixed: [(name: String, value: String)] = []
    /// Properties that keep other branches from fitting.
    var strangers: [(name: String, value: Sample)] = []
    /// Schemas that are in the shape already.
    var seen: Set<SchemaID> = []

    mutating func add(_ schema: Schema) {
        if let types = schema.types { restrict(to: schema.isNullable ? types.union(.null) : types) }
        if let constant = schema.constant { restrict(to: [constant]) }
        if let enumeration = schema.enumeration { restrict(to: enumeration) }
        examples += schema.annotations?.examples ?? []
        if let value = schema.annotations?.defaultValue { examples.append(value) }
        if let rules = schema.numeric { numeric.append(rules) }
        if let rules = schema.string { strings.append(rules) }
        if let format = schema.format { formats.append(format) }
        if let rules = schema.array { add(rules) }
        if let rules = schema.object { add(rules) }
    }

    private mutating func restrict(to allowed: JSONTypes) {
        guard let known = types else {
            types = allowed
            return
        }
        var both = known.intersection(allowed)
        // An integer is a number.
        if known.contains(.integer) && allowed.contains(.number) || known.contains(.number) && allowed.contains(.integer) { both.insert(.integer) }
        types = both
        if both.isEmpty { isImpossible = true }
    }

    private mutating func restrict(to allowed: [Node]) {
        guard let known = values else {
            values = allowed
            return
        }
        values = known.filter { value in allowed.contains { NodeEquality.equal($0, value) } }
        if values?.isEmpty == true { isImpossible = true }
    }

    private mutating func add(_ rules: Schema.ArrayRules) {
        for (index, schema) in rules.prefixItems.enumerated() {
            while prefixItems.count <= index { prefixItems.append([]) }
            prefixItems[index].append(schema)
        }
        if let schema = rules.items { items.append(schema) }
        if let schema = rules.contains { contains.append((schema, rules.minContains ?? 1)) }
        minItems = max(minItems, rules.minItems ?? 0)
        maxItems = min(maxItems, rules.maxItems ?? Int.max)
        if rules.uniqueItems { uniqueItems = true }
        if let schema = rules.unevaluatedItems { items.append(schema) }
    }

    private mutating func add(_ rules: Schema.ObjectRules) {
        for property in rules.properties { add(property.name, property.schema) }
        patternProperties += rules.patternProperties
        if let schema = rules.additionalProperties ?? rules.unevaluatedProperties { additional.append(schema) }
        for name in rules.required where !required.contains(name) { required.append(name) }
        dependentRequired += rules.dependentRequired
        dependentSchemas += rules.dependentSchemas
        if let schema = rules.propertyNames { propertyNames.append(schema) }
        minProperties = max(minProperties, rules.minProperties ?? 0)
        maxProperties = min(maxProperties, rules.maxProperties ?? Int.max)
    }

    private mutating func add(_ name: String, _ schema: SchemaID) {
        for index in properties.indices where properties[index].name == name {
            properties[index].schemas.append(schema)
            return
        }
        properties.append((name, [schema]))
    }
}
