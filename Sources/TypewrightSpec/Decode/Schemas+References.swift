import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    func readReference(_ keyword: Keyword, _ member: Node.Member, _ context: SchemaContext, _ draft: SchemaDraft) {
        guard let text = string(member) else { return }
        let range = member.value.range
        let resource = context.located.resource
        let target = target(of: text, at: range, from: resource)
        if keyword == .ref {
            draft.reference = Schema.Reference(text: text, range: range, target: target)
            return
        }
        let anchor = keyword == .recursiveRef ? recursiveAnchor(resource) : dynamicAnchor(text, resource)
        draft.dynamicReference = Schema.DynamicReference(text: text, range: range, target: target, anchor: anchor)
    }

    /// 2020-12, 8.2.3.2: only a reference that first leads to a dynamic anchor looks at the dynamic scope.
    private func dynamicAnchor(_ text: String, _ resource: ResourceID) -> String? {
        guard let fragment = URIReference(text).fragment, !fragment.isEmpty, fragment.utf8.first != UInt8(ascii: "/"),
              let located = try? documents.resolve(text, from: resource)
        else { return nil }
        let name = URIReference.percentDecoded(fragment)
        return located.node["$dynamicAnchor"]?.string == name ? name : nil
    }

    /// 2019-09, 8.2.4.2.1: `$recursiveRef: "#"` does so if the root of its resource says `$recursiveAnchor: true`.
    private func recursiveAnchor(_ resource: ResourceID) -> String? {
        documents[resource].root.node["$recursiveAnchor"]?.boolean == true ? "" : nil
    }

    func readDiscriminator(_ member: Node.Member, _ context: SchemaContext, _ draft: SchemaDraft) {
        let node = member.value
        guard let property = node["propertyName"]?.string else {
            faults.warning("wrong-type", "A discriminator is an object with a `propertyName`; ignored.", at: node.range)
            return
        }
        var mapping: [Schema.Discriminator.Mapping] = []
        for entry in node["mapping"].map({ Array($0.members) }) ?? [] {
            guard let text = text(entry.value) else {
                faults.warning("wrong-type", "A mapping leads from values to schemas, each named by a string; left out.", at: entry.value.range)
                continue
            }
            mapping.append(self.mapping(entry.key, to: text, at: entry.value.range, context))
        }
        let fallback = node["defaultMapping"].flatMap { node in
            node.string.map { self.mapping("", to: $0, at: node.range, context) }
        }
        draft.discriminator = Schema.Discriminator(propertyName: property, mapping: mapping, defaultMapping: fallback, node: node)
    }

    /// A bare name is the name of a component before it is the name of a file.
    private func mapping(
        _ value: String, to text: String, at range: SourceRange, _ context: SchemaContext
    ) -> Schema.Discriminator.Mapping {
        let resource = context.located.resource
        var target: SchemaID?
        let root = documents[resource].root
        if let component = root.node["components"]?["schemas"]?[text] {
            let place = root.place.member("components").member("schemas").member(text)
            target = schema(component, at: place, in: root)
        } else {
            target = self.target(of: text, at: range, from: resource)
        }
        return Schema.Discriminator.Mapping(value: value, text: text, range: range, target: target)
    }
}
