import TypewrightModel
import TypewrightReader
import TypewrightSpec

extension Documentation {
    /// What the schemas say to people; the first that says something has the word.
    init(of schemas: [Schema]) {
        self.init()
        for schema in schemas {
            guard let annotations = schema.annotations else { continue }
            if title == nil { title = annotations.title }
            if description == nil { description = annotations.description }
            if annotations.isDeprecated { isDeprecated = true }
            if examples.isEmpty { examples = annotations.examples.prefix(3).map { literal(of: $0) } }
        }
        for schema in schemas { constraints += Constraint.list(of: schema) }
    }

    init(title: String?, description: String?, isDeprecated: Bool = false) {
        self.init()
        self.title = title
        self.description = description
        self.isDeprecated = isDeprecated
    }
}

extension Constraint {
    static func list(of schema: Schema) -> [Constraint] {
        var list: [Constraint] = []
        if let numeric = schema.numeric {
            if let bound = numeric.minimum { list.append(.minimum(bound.number.text)) }
            if let bound = numeric.exclusiveMinimum { list.append(.exclusiveMinimum(bound.number.text)) }
            if let bound = numeric.maximum { list.append(.maximum(bound.number.text)) }
            if let bound = numeric.exclusiveMaximum { list.append(.exclusiveMaximum(bound.number.text)) }
            if let bound = numeric.multipleOf { list.append(.multipleOf(bound.number.text)) }
        }
        if let string = schema.string {
            if let length = string.minLength { list.append(.minLength(length)) }
            if let length = string.maxLength { list.append(.maxLength(length)) }
            if let pattern = string.pattern { list.append(.pattern(pattern.text)) }
        }
        if let array = schema.array {
            if let count = array.minItems { list.append(.minItems(count)) }
            if let count = array.maxItems { list.append(.maxItems(count)) }
            if array.uniqueItems { list.append(.uniqueItems) }
        }
        if let object = schema.object {
            if let count = object.minProperties { list.append(.minProperties(count)) }
            if let count = object.maxProperties { list.append(.maxProperties(count)) }
        }
        if let format = schema.format { list.append(.format(format)) }
        return list
    }
}

extension Lowerer {
    /// Where a schema stands. Its check knows it already, and to put the text together takes its time.
    func origin(of schema: SchemaID) -> Origin { checks.table[CheckID(schema.index)].origin }
}
