import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    /// `example`, then `examples` in document order.
    func examples(_ located: Located) -> [OpenAPI.Example] {
        var examples: [OpenAPI.Example] = []
        if let node = located.node["example"] {
            examples.append(OpenAPI.Example(
                node: located.node, name: "", summary: nil, description: nil, value: node, serializedValue: nil, externalValue: nil
            ))
        }
        if let node = located.node["examples"], node.kind == .array {
            // The spelling of schemas.
            for element in node.elements {
                examples.append(OpenAPI.Example(
                    node: located.node, name: "", summary: nil, description: nil, value: element, serializedValue: nil, externalValue: nil
                ))
            }
        }
        return examples + namedExamples(located.entries("examples"))
    }

    func namedExamples(_ entries: [(member: Node.Member, located: Located)]) -> [OpenAPI.Example] {
        var examples: [OpenAPI.Example] = []
        for (entry, start) in entries where !entry.key.hasPrefix("x-") {
            guard start.node.kind == .object else {
                // The value itself, without the object around it.
                examples.append(OpenAPI.Example(
                    node: start.node, name: entry.key, summary: nil, description: nil, value: start.node,
                    serializedValue: nil, externalValue: nil
                ))
                continue
            }
            guard let found = dereference(start, expecting: "an example") else { continue }
            let located = found.located
            examples.append(OpenAPI.Example(
                node: located.node, name: entry.key, summary: found.summary ?? string("summary", of: located),
                description: found.description ?? string("description", of: located),
                value: located.node["dataValue"] ?? located.node["value"],
                serializedValue: located.node["serializedValue"]?.string, externalValue: located.node["externalValue"]?.string
            ))
        }
        return examples
    }
}
