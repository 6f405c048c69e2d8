import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    func readAnnotation(_ keyword: Keyword, _ member: Node.Member, _ draft: SchemaDraft) {
        draft.groups.insert(.annotations)
        switch keyword {
        case .title: draft.annotations.title = string(member)
        case .description: draft.annotations.description = string(member)
        case .default: draft.annotations.defaultValue = member.value
        case .example: draft.annotations.examples.insert(member.value, at: 0)
        case .examples: readExamples(member, draft)
        case .deprecated: draft.annotations.isDeprecated = boolean(member) ?? false
        case .readOnly: draft.annotations.isReadOnly = boolean(member) ?? false
        case .writeOnly: draft.annotations.isWriteOnly = boolean(member) ?? false
        default: draft.annotations.externalDocs = externalDocs(member.value)
        }
    }

    private func readExamples(_ member: Node.Member, _ draft: SchemaDraft) {
        switch member.value.kind {
        case .array: draft.annotations.examples += member.value.elements
        case .object:
            // The spelling of parameters and media types: named objects with a `value`.
            for entry in member.value.members {
                draft.annotations.examples.append(entry.value["value"] ?? entry.value)
            }
        default: wrongType(member, expected: "an array")
        }
    }

    func externalDocs(_ node: Node?) -> OpenAPI.ExternalDocs? {
        guard let node, let url = node["url"]?.string else { return nil }
        return OpenAPI.ExternalDocs(url: url, description: node["description"]?.string)
    }

    func xml(_ member: Node.Member) -> Schema.XML? {
        let node = member.value
        guard node.kind == .object else {
            wrongType(member, expected: "an object")
            return nil
        }
        return Schema.XML(
            name: node["name"]?.string, namespace: node["namespace"]?.string, prefix: node["prefix"]?.string,
            isAttribute: node["attribute"]?.boolean ?? (node["nodeType"]?.string == "attribute"),
            isWrapped: node["wrapped"]?.boolean ?? false, nodeType: node["nodeType"]?.string
        )
    }
}
