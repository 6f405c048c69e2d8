import TypewrightSource
import TypewrightSpec
import TypewrightValidation

/// Finds the keyword that a violation names in the text of the schema. Made when the first one is told.
struct SchemaPlaces {
    private let spec: Spec
    private var schemas: [String: SchemaID] = [:]

    init(_ spec: Spec) {
        self.spec = spec
        for schema in spec.schemas { schemas[schema.location] = schema.id }
    }

    /// The keyword; the whole schema where it has no such member, as `false` and the limits have none.
    func range(of violation: Violation) -> SourceRange? {
        let location = violation.schemaLocation
        let suffix = "/" + violation.keyword
        if location.hasSuffix(suffix), let id = schemas[String(location.dropLast(suffix.count))] {
            let node = spec[id].node
            return node.members.first { $0.key == violation.keyword }?.keyRange ?? node.range
        }
        return schemas[location].map { spec[$0].range }
    }
}
