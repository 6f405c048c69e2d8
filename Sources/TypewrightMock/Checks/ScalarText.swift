import TypewrightReader
import TypewrightSpec

/// What a text from a path, a query, a header or a form may mean as JSON: the likeliest first.
struct ScalarText {
    let view: SchemaView

    func candidates(_ text: String, _ schemas: [SchemaID]) -> [JSON] {
        let types = schemas.isEmpty ? JSONTypes.all : view.types(schemas)
        var candidates: [JSON] = []
        if types.contains(.number) || types.contains(.integer), NumberText(text) != nil { candidates.append(.number(text)) }
        if types.contains(.boolean), text == "true" || text == "false" { candidates.append(.boolean(text == "true")) }
        if types.contains(.null), text.isEmpty || text == "null" { candidates.append(.null) }
        // Where nothing but a number or the like would do, the text itself is what the report is to show.
        if types.contains(.string) || candidates.isEmpty { candidates.append(.string(text)) }
        return candidates
    }

    /// The one that is meant, where nobody looks at all of them.
    func value(_ text: String, _ schemas: [SchemaID]) -> JSON {
        candidates(text, schemas)[0]
    }
}
