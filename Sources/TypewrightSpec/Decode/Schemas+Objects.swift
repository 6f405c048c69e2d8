import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    func readObject(_ keyword: Keyword, _ member: Node.Member, _ context: SchemaContext, _ draft: SchemaDraft) {
        draft.groups.insert(.object)
        let place = context.place(member.key)
        switch keyword {
        case .properties: readProperties(member, place, context, draft)
        case .patternProperties:
            for entry in entries(member) {
                let pattern = Schema.Pattern(text: entry.key, range: entry.keyRange)
                let schema = schema(entry.value, at: place.member(entry.key), in: context.located)
                draft.object.patternProperties.append(Schema.PatternProperty(pattern: pattern, schema: schema))
            }
        case .additionalProperties: draft.object.additionalProperties = schema(member.value, at: place, in: context.located)
        case .propertyNames: draft.object.propertyNames = schema(member.value, at: place, in: context.located)
        case .required: readRequired(member, context, draft)
        case .minProperties: draft.object.minProperties = count(member)
        case .maxProperties: draft.object.maxProperties = count(member)
        case .unevaluatedProperties: draft.object.unevaluatedProperties = schema(member.value, at: place, in: context.located)
        case .dependentRequired:
            for entry in entries(member) {
                guard let names = strings(entry) else { continue }
                draft.object.dependentRequired.append(Schema.DependentRequired(name: entry.key, required: names, keyword: member.key))
            }
        default: readDependencies(member, place, context, draft)
        }
    }

    private func readProperties(_ member: Node.Member, _ place: Place, _ context: SchemaContext, _ draft: SchemaDraft) {
        if let reference = member.value["$ref"], let text = reference.string {
            readProperties(behind: text, at: reference.range, context, draft)
            return
        }
        draft.object.properties.reserveCapacity(member.value.members.count)
        for entry in entries(member) {
            let schema = schema(entry.value, at: place.member(entry.key), in: context.located)
            draft.object.properties.append(Schema.Property(name: entry.key, nameRange: entry.keyRange, schema: schema))
        }
    }

    /// A string is no schema, so this is no property called `$ref`: somebody keeps the properties elsewhere.
    private func readProperties(behind text: String, at range: SourceRange, _ context: SchemaContext, _ draft: SchemaDraft) {
        do throws(ReferenceFault) {
            let located = try documents.resolve(text, from: context.located.resource)
            faults.warning("misplaced-reference", "`properties` cannot be a reference; taken as what it leads to.", at: range)
            for entry in located.node.members {
                let schema = schema(entry.value, at: located.place.member(entry.key), in: located)
                draft.object.properties.append(Schema.Property(name: entry.key, nameRange: entry.keyRange, schema: schema))
            }
        } catch {
            report(error, at: range)
        }
    }

    private func readRequired(_ member: Node.Member, _ context: SchemaContext, _ draft: SchemaDraft) {
        if member.value.kind == .boolean {
            // Draft-03, and a favourite mistake: a property that calls itself required.
            faults.warning(
                "misplaced-required", "`required` is a list of names in the object that has the property; ignored here.", at: member.value.range
            )
            return
        }
        draft.object.required = strings(member) ?? []
    }

    /// `dependentSchemas`, and `dependencies`, whose values are names or a schema.
    private func readDependencies(_ member: Node.Member, _ place: Place, _ context: SchemaContext, _ draft: SchemaDraft) {
        for entry in entries(member) {
            if entry.value.kind == .array {
                guard let names = strings(entry) else { continue }
                draft.object.dependentRequired.append(Schema.DependentRequired(name: entry.key, required: names, keyword: member.key))
            } else {
                let schema = schema(entry.value, at: place.member(entry.key), in: context.located)
                draft.object.dependentSchemas.append(Schema.DependentSchema(name: entry.key, schema: schema, keyword: member.key))
            }
        }
    }

    func entries(_ member: Node.Member) -> [Node.Member] {
        guard member.value.kind == .object else {
            wrongType(member, expected: "an object")
            return []
        }
        return Array(member.value.members)
    }

    func settleObject(_ draft: SchemaDraft, _ context: SchemaContext) {
        guard draft.groups.contains(.object) else { return }
        let rules = draft.object
        reportContradiction("minProperties", rules.minProperties, "maxProperties", rules.maxProperties, of: "object", context)
    }
}
