import TypewrightDriver

extension Command {
    static let validate = Command(
        name: "validate",
        summary: "Hold JSON or YAML files against a schema.",
        discussion: [
            "Reads each FILE, which is JSON or YAML by its content, and prints every rule of the schema that it breaks: "
                + "where in the file, which keyword, and where the schema says so. Without FILE, or where FILE is -, standard "
                + "input is read.",
            "The schema is a JSON Schema file, or any schema of an OpenAPI document; then --pointer says which. Nothing is "
                + "generated or written, and references to other files are followed as 'generate' follows them.",
        ],
        examples: [
            Example("typewright validate --schema pet.schema.json rex.json tom.yaml", "Two files against a JSON Schema."),
            Example(
                "typewright validate --schema petstore.yaml --pointer '#/components/schemas/Pet' rex.json",
                "A file against one schema of an OpenAPI document."),
            Example(
                "curl -s https://example.com/pets/1 | typewright validate -s petstore.yaml -p '#/components/schemas/Pet' --direction response",
                "An answer of a server, where properties that are only written may be missing."),
        ],
        operands: [Operand("FILE", isRepeated: true)],
        options: [
            .schema, .pointer, Option.urls.withoutKey, Option.allowEscapingRoot.withoutKey, .direction,
            Option.assertFormats.withoutKey, Option.draft.withoutKey, .limit,
        ],
        exitCodes: [.fine, .faults, .usage],
        run: { ValidateRun(invocation: $0).run() })
}

extension Option {
    static let schema = switching(
        "schema", short: "s", .path("FILE"), .input, "The JSON Schema, or the OpenAPI document that the schema is in. Always needed.")
    static let pointer = switching(
        "pointer", short: "p", .text("POINTER"), .input,
        "The schema in that file: '#/components/schemas/Pet' or '#/$defs/Pet'. Without it: the whole JSON Schema.")
    static let direction = switching(
        "direction", .choice(["request", "response"]), .document,
        "In a request required properties that are only read may be missing, in a response those that are only written. "
            + "Unless told, both may. Only OpenAPI gives these words a meaning.")
    static let limit = switching(
        "limit", .count("N", 1...1_000_000), .run, "Print this many violations of each file; \(usualLimit) unless told.")

    static let usualLimit = 20
}
