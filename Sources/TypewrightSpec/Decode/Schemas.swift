import TypewrightReader
import TypewrightSource

/// Schema Objects: one keyword after another, then what they mean together.
extension SpecDecoder {
    func decode(_ located: Located, as id: SchemaID) -> Schema {
        let draft = SchemaDraft()
        let dialect = documents[located.resource].resource.dialect
        let isOwn = dialect.draft == .openAPI30 || dialect.draft == .draft2020
        let context = SchemaContext(located: located, dialect: dialect, isOpenAPI: version != nil && isOwn)
        switch located.node.kind {
        case .boolean where acceptsBoolean(at: located.place, dialect):
            draft.boolean = located.node.boolean
            if dialect.draft == .openAPI30, !isAdditional(located.place) { reportOtherVersion("A boolean schema", at: located.node.range) }
        case .object:
            readKeywords(of: context, into: draft)
            settle(draft, context)
        default:
            faults.warning(
                "not-a-schema", "Expected a schema here, not \(describe(located.node)); it accepts everything.", at: located.node.range
            )
        }
        return Schema(id: id, at: located, draft: draft, integersAreLexical: dialect.draft == .draft4)
    }

    private func acceptsBoolean(at place: Place, _ dialect: Dialect) -> Bool {
        version != nil || dialect.draft >= .draft6 || isAdditional(place)
    }

    /// Where draft-04 and 3.0 have booleans already.
    private func isAdditional(_ place: Place) -> Bool {
        place.lastStep == "additionalProperties" || place.lastStep == "additionalItems"
    }

    private func readKeywords(of context: SchemaContext, into draft: SchemaDraft) {
        let node = context.located.node
        let hidesSiblings = context.dialect.draft <= .draft7 && node["$ref"]?.string != nil
        for member in node.members {
            guard let keyword = Keyword(member.key) else {
                reportUnknown(member, context)
                continue
            }
            if hidesSiblings && keyword != .ref {
                readHidden(keyword, member, context, draft)
            } else if isInForce(keyword, member, context) {
                read(keyword, member, context, draft)
            }
        }
    }

    /// Schemas may have keywords of anybody's own; only what looks like a slip is worth a word.
    private func reportUnknown(_ member: Node.Member, _ context: SchemaContext) {
        guard context.isOpenAPI, !member.key.hasPrefix("x-"), let close = closestMatch(to: member.key, in: Keyword.names) else { return }
        faults.note("unknown-keyword", "There is no keyword `\(member.key)`.", at: member.keyRange, help: "Did you mean `\(close)`?")
    }

    /// Up to draft-07 and in 3.0, `$ref` hides its siblings. People write annotations and `nullable`
    /// there all the same, and mean them; neither narrows what is accepted.
    private func readHidden(_ keyword: Keyword, _ member: Node.Member, _ context: SchemaContext, _ draft: SchemaDraft) {
        switch keyword {
        case .title, .description, .default, .example, .examples, .deprecated, .readOnly, .writeOnly, .externalDocs:
            readAnnotation(keyword, member, draft)
        case .nullable: readNullable(member, draft)
        case .xml, .id, .oldID, .defs, .definitions, .comment, .schema: break
        default:
            guard context.isOpenAPI else { return }
            faults.note("ignored-beside-reference", "`\(member.key)` beside `$ref` has no meaning in this version.", at: member.keyRange)
        }
    }

    private func isInForce(_ keyword: Keyword, _ member: Node.Member, _ context: SchemaContext) -> Bool {
        let dialect = context.dialect
        if context.isOpenAPI {
            if dialect.draft == .openAPI30 {
                if !keyword.isInOpenAPI30 { reportOtherVersion("`\(member.key)`", at: member.keyRange) }
                return true
            }
            if keyword == .nullable { reportOtherVersion("`nullable`", at: member.keyRange) }
            if keyword == .additionalItems { return false }
            return !(keyword.isValidation && !dialect.hasValidation)
        }
        switch keyword {
        case .nullable, .example, .externalDocs, .discriminator, .xml: return false
        default: break
        }
        if keyword.isValidation && !dialect.hasValidation { return false }
        if keyword.holding != .nothing && !dialect.hasApplicators && keyword != .contentSchema { return false }
        if (keyword == .unevaluatedItems || keyword == .unevaluatedProperties) && !dialect.hasUnevaluated { return false }
        return keyword.drafts?.contains(dialect.draft) ?? true
    }

    /// In OpenAPI documents a keyword of another version is taken as it is meant there.
    func reportOtherVersion(_ what: String, at range: SourceRange) {
        let name = version?.rawValue ?? ""
        faults.warning("keyword-of-other-version", "\(what) belongs to another version of OpenAPI than \(name); taken as it is meant there.", at: range)
    }

    private func read(_ keyword: Keyword, _ member: Node.Member, _ context: SchemaContext, _ draft: SchemaDraft) {
        switch keyword {
        case .schema, .vocabulary, .id, .oldID, .anchor, .dynamicAnchor, .recursiveAnchor, .comment, .defs, .definitions: break
        case .ref, .dynamicRef, .recursiveRef: readReference(keyword, member, context, draft)
        case .type: readTypes(member, draft)
        case .const: draft.constant = member.value
        case .enum: readEnumeration(member, draft)
        case .nullable: readNullable(member, draft)
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf: readNumeric(keyword, member, context, draft)
        case .minLength, .maxLength, .pattern, .contentEncoding, .contentMediaType, .contentSchema:
            readString(keyword, member, context, draft)
        case .prefixItems, .items, .additionalItems, .contains, .minContains, .maxContains, .minItems, .maxItems,
             .uniqueItems, .unevaluatedItems:
            readArray(keyword, member, context, draft)
        case .properties, .patternProperties, .additionalProperties, .propertyNames, .required, .minProperties, .maxProperties,
             .dependencies, .dependentRequired, .dependentSchemas, .unevaluatedProperties:
            readObject(keyword, member, context, draft)
        case .allOf, .anyOf, .oneOf, .not, .if, .then, .else: readApplicator(keyword, member, context, draft)
        case .format: draft.format = string(member)
        case .title, .description, .default, .example, .examples, .deprecated, .readOnly, .writeOnly, .externalDocs:
            readAnnotation(keyword, member, draft)
        case .discriminator: readDiscriminator(member, context, draft)
        case .xml: draft.xml = xml(member)
        }
    }
}

/// What holds while one schema is read.
struct SchemaContext {
    let located: Located
    let dialect: Dialect
    /// In an OpenAPI document, and in its own dialect rather than another draft's.
    let isOpenAPI: Bool

    func place(_ name: String) -> Place { located.place.member(name) }
}
