import TypewrightEmission
import TypewrightGenerator
import TypewrightLowering
import TypewrightModel
import TypewrightSource
import TypewrightSpec

/// What `typewright generate` makes of many schemas, types and validators, in one program that checks values,
/// reads them and writes them again.
struct GeneratedTypes {
    let program: GeneratedProgram
    /// The schemas that became a type, and not only another name for any value.
    private(set) var typed: Set<Int> = []

    struct Answer {
        /// Empty for a valid value.
        let violations: [String]
        /// The value as its type wrote it, or why its type did not read it.
        let written: String
    }

    /// Few large files would be compiled one after the other, many small ones each with its own costs.
    private static let shards = 48

    init(_ schemas: [SuiteSchema], in folder: String) throws {
        program = try GeneratedProgram(in: folder)
        var codes = [[String]](repeating: [], count: Self.shards)
        var cases = [[String]](repeating: [], count: Self.shards)
        for (index, schema) in schemas.enumerated() {
            guard let root = Self.generate(schema, index) else { continue }
            if root.isTyped { typed.insert(index) }
            codes[index % Self.shards].append(root.code)
            cases[index % Self.shards].append("    case \(index): answer(\(root.type).self, \(root.validator).check, json)")
        }
        for shard in 0..<Self.shards {
            try program.write("""
                import TypewrightRuntime

                \(codes[shard].joined(separator: "\n\n"))

                func answerShard\(shard)(_ index: Int, _ json: [UInt8]) -> String {
                    switch index {
                \(cases[shard].joined(separator: "\n"))
                    default: "no such schema"
                    }
                }

                """, to: "Shard\(shard).swift")
        }
        try program.write(Self.main, to: "main.swift")
    }

    /// Asks for each pair of a schema's index and a value on one line.
    func ask(_ questions: [(schema: Int, json: String)]) throws -> [Answer] {
        try program.ask(questions.map { "\($0.schema) \($0.json)" }).map { line in
            let parts = line.components(separatedBy: "\t")
            return Answer(violations: Array(parts.dropLast()), written: parts.last ?? "")
        }
    }

    /// All schemas of the official suite: generated and compiled once, for all tests.
    static let ofSuite = Result {
        let types = try GeneratedTypes(JSONSchemaSuite.groups.map(\.asked), in: "typewright-suite")
        let complaints = try types.program.compile()
        guard complaints.isEmpty else { throw GeneratedProgram.Failure(text: complaints) }
        return types
    }

    // MARK: Sources

    private struct Root {
        let code: String
        let type: String
        /// The type itself, where it can check values.
        let validator: String
        let isTyped: Bool
    }

    /// All schemas share a module, so the names on the top level get the schema's number.
    private static func generate(_ schema: SuiteSchema, _ index: Int) -> Root? {
        let sink = DiagnosticSink()
        guard let spec = loadSpec("schema.json", files: schema.files, options: schema.loading, sources: SourceMap(), sink: sink) else {
            return nil
        }
        var options = GeneratorOptions()
        options.lowering.assertsFormats = schema.assertsFormats
        options.emission.access = .internal
        options.emission.emitsClient = false
        options.emission.keepsUnknownProperties = true
        options.emission.layout = .shards(1)
        let api = lower(spec, options: options.lowering, into: sink)
        let schemaOfRoot = spec[spec.namedSchemas[0].schema]
        guard let root = api.types.indices.first(where: { api.types[$0].origin.location == schemaOfRoot.location }) else { return nil }
        let plain = name(api, options: options.naming, into: sink)
        for (place, type) in api.types.enumerated() where plain.types[place].path.count == 1 {
            options.naming.renames.append(.init(location: type.origin.location, name: "S\(index)" + plain.types[place].path[0].text))
        }
        let names = name(api, options: options.naming, into: sink)
        let code = emit(api, names: names, options: options.emission, into: sink)
            .flatMap { String(decoding: $0.contents, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) }
            .filter { !$0.hasPrefix("import ") }.joined(separator: "\n").replacing("SchemaChecks", with: "S\(index)Checks")
        let type = names.types[root].path.map(\.text).joined(separator: ".")
        return Root(
            code: code,
            // By itself a nullable type stands for what is there; with null it is an `Optional`, as everywhere.
            type: schemaOfRoot.acceptsNull && !api.types[root].isAlias ? "\(type)?" : type,
            validator: names.validators[TypeID(root)]?.text ?? type, isTyped: !api.types[root].isAny)
    }

    /// Answers a line with the violations, if any, and what comes of reading and writing the value, with tabs between.
    private static let main = """
        import TypewrightRuntime

        func line(_ text: String) -> String {
            String(text.unicodeScalars.flatMap { $0.value < 0x20 ? Array("\\\\x\\($0.value)".unicodeScalars) : [$0] }.map(Character.init))
        }

        func answer<Value: JSONCodable>(_ type: Value.Type, _ check: (JSONChecker) -> Void, _ json: [UInt8]) -> String {
            var told: [String] = []
            do {
                try JSONChecker.validate(json, ValidationOptions(), check)
            } catch {
                for violation in error.violations {
                    told += ([violation] + violation.closest).map { "\\($0.pointer)|\\($0.keyword)|\\($0.schemaLocation)|\\($0.message)" }
                }
            }
            do {
                told.append(try Value(json: json).jsonString())
            } catch {
                told.append("error: \\(error)")
            }
            return told.map(line).joined(separator: "\\t")
        }

        func answer(_ index: Int, _ json: [UInt8]) -> String {
            switch index % \(shards) {
        \((0..<shards).map { "    case \($0): answerShard\($0)(index, json)" }.joined(separator: "\n"))
            default: ""
            }
        }

        while let line = readLine() {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let index = Int(parts[0]) else { continue }
            print(answer(index, Array(parts[1].utf8)))
        }

        """
}

extension TypeDeclaration {
    fileprivate var isAlias: Bool {
        if case .alias = shape { return true }
        return false
    }

    /// Another name for any JSON value.
    fileprivate var isAny: Bool {
        if case .alias(.any) = shape { return true }
        return false
    }
}

extension Schema {
    fileprivate var acceptsNull: Bool {
        isNullable || types?.contains(.null) == true || types == nil && enumeration?.contains { $0.kind == .null } == true
    }
}
