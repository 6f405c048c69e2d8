import TypewrightReader
import TypewrightSource

/// What a root document is.
enum Recognized {
    case openAPI(OpenAPI.Version)
    case jsonSchema
}

/// Says what the document is by its first members, and reports where it is nothing that can be used.
func recognize(_ root: Node, faults: Faults) -> Recognized? {
    if root.boolean != nil { return .jsonSchema }
    guard root.kind == .object else {
        faults.error("not-a-document", Recognition.lookedFor + " This is \(article(root.kind)).", at: root.range)
        return nil
    }
    if let version = root["openapi"] { return recognizeVersion(version, faults: faults) }
    if let version = root["swagger"] {
        faults.error(
            "swagger-2", "Swagger 2.0 documents are not supported.", at: version.range,
            help: "Convert the document to OpenAPI 3 first, for example with the converter at https://converter.swagger.io."
        )
        return nil
    }
    for (key, name) in Recognition.strangers {
        guard let node = root[key] else { continue }
        faults.error("not-a-document", "This is \(name). " + Recognition.lookedFor, at: node.range)
        return nil
    }
    for member in root.members {
        if let keyword = Keyword(member.key), keyword.tellsASchema { return .jsonSchema }
    }
    let keys = root.members.map(\.key)
    if let close = closestMatch(to: "openapi", in: keys), let node = root[close] {
        faults.error("not-a-document", Recognition.lookedFor, at: node.range, help: "Did you mean `openapi` by `\(close)`?")
    } else {
        faults.error("not-a-document", Recognition.lookedFor + " Neither is here.", at: root.range)
    }
    return nil
}

private func recognizeVersion(_ node: Node, faults: Faults) -> Recognized? {
    // YAML reads `openapi: 3.1` as a number.
    let text = node.string ?? node.number?.text ?? ""
    for version in [OpenAPI.Version.v3_0, .v3_1, .v3_2] where text == version.rawValue || text.hasPrefix(version.rawValue + ".") {
        if node.string == nil {
            faults.warning("version-number", "The version of OpenAPI is a string, such as \"\(version.rawValue).0\".", at: node.range)
        }
        return .openAPI(version)
    }
    if text == "3" || text.hasPrefix("3.") {
        faults.warning("unknown-version", "OpenAPI \(text) is not known; reading it as 3.2.", at: node.range)
        return .openAPI(.v3_2)
    }
    if text.hasPrefix("2") {
        faults.error(
            "swagger-2", "OpenAPI 2.0 (Swagger) documents are not supported.", at: node.range,
            help: "Convert the document to OpenAPI 3 first, for example with the converter at https://converter.swagger.io."
        )
        return nil
    }
    faults.error("unknown-version", "\"\(text)\" is no version of OpenAPI; 3.0, 3.1 and 3.2 are known.", at: node.range)
    return nil
}

private func article(_ kind: Node.Kind) -> String {
    switch kind {
    case .null: "empty, or null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
}

private enum Recognition {
    static let lookedFor =
        "Looked for an OpenAPI document (`openapi: 3.x.y` at the top) or a JSON Schema (`$schema`, `type`, `properties`, `$defs` or another keyword at the top)."

    static let strangers = [
        ("asyncapi", "an AsyncAPI document"), ("raml", "a RAML document"), ("overlay", "an OpenAPI Overlay"),
        ("arazzo", "an Arazzo document"),
    ]
}
