import Testing

/// Faults seen in real documents, one in each document: each is a warning at its place, the rest comes out, and the
/// exit code is 0, or with `--strict` 1.
@Suite struct FaultTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let code: String
        /// `^` stands before the place.
        let text: String
        var isOlder = false

        var testDescription: String { code }
    }

    static func schema(_ code: String, _ text: String, isOlder: Bool = false) -> Fault {
        Fault(code: code, text: "paths: {}\ncomponents:\n  schemas:\n    Sound: {type: string}\n    \(text)\n", isOlder: isOlder)
    }

    static func path(_ code: String, _ text: String, isOlder: Bool = false) -> Fault {
        Fault(code: code, text: "paths:\n  \(text)\ncomponents: {schemas: {Sound: {type: string}}}\n", isOlder: isOlder)
    }

    private static let fine = #"responses: {"204": {description: ""}}"#

    @Test(arguments: [
        path("undeclared-path-parameter", "/a/{id}: {get: ^{\(fine)}}"),
        schema("missing-items", "Fault: {type: ^array}", isOlder: true),
        schema("unknown-type", "Fault: {type: ^int}"),
        schema("large-bound", "Fault: {type: integer, maximum: ^92233720368547758080}"),
        schema("other-spelling", "Fault: {type: integer, exclusiveMinimum: ^3}", isOlder: true),
        schema("other-spelling", "Fault: {type: integer, minimum: 2, exclusiveMinimum: ^true}"),
        schema("component-name", "^a fault: {type: string}"),
        path("media-type", "/a: {get: {responses: {\"200\": {description: \"\", content: {^json: {}}}}}}"),
        schema("dangling-reference", "Fault: {$ref: ^\"#/components/schemas/Nothing\"}"),
        path("missing-responses", "/a: {get: ^{operationId: a}}", isOlder: true),
        path("duplicate-operation-id", "/a: {get: {operationId: a, \(fine)}, put: {operationId: ^a, \(fine)}}"),
        schema("name-collision", "Fault: {type: string, enum: [a-b, ^a_b]}"),
    ])
    func isAWarningAndTheRestComesOut(_ fault: Fault) throws {
        let scratch = try Scratch()
        let head = "openapi: \(fault.isOlder ? "3.0.3" : "3.1.0")\ninfo: {title: Faults, version: \"1\"}\n"
        let document = head + fault.text
        let before = try #require(document.split(separator: "^", maxSplits: 1).first)
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        let place = "document.yaml:\(lines.count):\(lines[lines.count - 1].unicodeScalars.count + 1): "
        try scratch.write(document.split(separator: "^", maxSplits: 1).joined(), to: "document.yaml")

        let result = try Tool.run("typewright generate document.yaml --output out", in: scratch.url)
        #expect(result.status == 0)
        let told = result.errors.split(separator: "\n").filter { $0.hasPrefix(place) && $0.hasSuffix("[\(fault.code)]") }
        #expect(told.count == 1 && told[0].contains(": warning: "), "\(place)\n\(result.errors)")
        #expect(scratch.files(below: "out")["Sound.swift"] != nil)
        #expect(try Tool.run("typewright generate document.yaml --output strict --strict", in: scratch.url).status == 1)
        #expect(scratch.files(below: "strict").isEmpty)
    }

    /// A mapping may name components as they are called.
    @Test func bareNamesInAMappingAreNoFault() throws {
        let scratch = try Scratch()
        try scratch.write("""
            openapi: 3.0.3
            info: {title: Faults, version: "1"}
            paths: {}
            components:
              schemas:
                Cat: {type: object, properties: {kind: {type: string}}}
                Dog: {type: object, properties: {kind: {type: string}}}
                Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind, mapping: {meows: Cat, barks: Dog}}}
            """, to: "document.yaml")
        let result = try Tool.run("typewright generate document.yaml --output out --strict", in: scratch.url)
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(scratch.files(below: "out")["Pet.swift"]?.contains(#""meows""#) == true)
    }
}
