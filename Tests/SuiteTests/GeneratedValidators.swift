import Foundation
import TypewrightEmission
import TypewrightLowering
import TypewrightModel
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

/// Validators for many schemas, generated into a program that is compiled once and then asked.
struct GeneratedValidators {
    struct Schema {
        let text: String
        let draft: Dialect.Draft
        let assertsFormats: Bool
    }

    /// What the program says of one value: nothing where it is valid, else its violations.
    typealias Answer = String?

    private let folder: URL
    private let schemas: [Schema]
    private let remotes: [String: LoadOptions.URLSource]

    init(_ schemas: [Schema], remotes: [String: LoadOptions.URLSource], in folder: URL) {
        self.schemas = schemas
        self.remotes = remotes
        self.folder = folder
    }

    // MARK: Sources

    /// Few large files would be compiled one after the other, many small ones each with its own costs.
    private static let shards = 32

    func write() throws {
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var codes = [[String]](repeating: [], count: Self.shards)
        var cases = [[String]](repeating: [], count: Self.shards)
        for (index, schema) in schemas.enumerated() {
            let (code, call) = generate(schema, index)
            codes[index % Self.shards].append(code)
            cases[index % Self.shards].append("    case \(index): \(call)")
        }
        for shard in 0..<Self.shards {
            let text = """
                import TypewrightRuntime

                \(codes[shard].joined(separator: "\n\n"))

                func checkShard\(shard)(_ index: Int, _ c: inout JSONChecker) {
                    switch index {
                \(cases[shard].joined(separator: "\n"))
                    default: break
                    }
                }

                """
            try text.write(to: folder.appendingPathComponent("Shard\(shard).swift"), atomically: true, encoding: .utf8)
        }
        try main.write(to: folder.appendingPathComponent("main.swift"), atomically: true, encoding: .utf8)
    }

    private func generate(_ schema: Schema, _ index: Int) -> (code: String, call: String) {
        let sink = DiagnosticSink()
        var options = LoadOptions()
        options.defaultDraft = schema.draft
        options.expects = .jsonSchema
        options.urls = remotes
        let files = TestFiles(files: ["schema.json": schema.text])
        guard let spec = loadSpec("schema.json", files: files, options: options, sources: SourceMap(), sink: sink) else {
            return ("", "c.never()")
        }
        var lowering = LoweringOptions()
        lowering.assertsFormats = schema.assertsFormats
        let (table, named) = lowerChecks(spec, options: lowering, into: sink)
        guard let root = named.first ?? nil else { return ("", "c.any()") }
        let (code, functions) = emitChecks(table, roots: [root], namespace: "Schema\(index)")
        return (String(decoding: code.bytes, as: UTF8.self), String(decoding: functions[0].bytes, as: UTF8.self) + "(&c)")
    }

    /// Reads lines of a number and a value, and answers each with a line.
    private var main: String {
        let shards = (0..<Self.shards).map { "        case \($0): checkShard\($0)(index, &c)" }.joined(separator: "\n")
        return """
            import TypewrightRuntime

            func check(_ index: Int, _ c: inout JSONChecker) {
                switch index % \(Self.shards) {
            \(shards)
                default: break
                }
            }

            while let line = readLine() {
                let parts = line.split(separator: " ", maxSplits: 1)
                guard parts.count == 2, let index = Int(parts[0]) else { continue }
                do {
                    try JSONChecker.validate(Array(parts[1].utf8)) { check(index, &$0) }
                    print("valid")
                } catch {
                    let told = error.violations.map { "\\($0.pointer)|\\($0.keyword)|\\($0.schemaLocation)|\\($0.message)" }
                    print("invalid", String(decoding: told.joined(separator: "; ").utf8.map { max($0, 0x20) }, as: UTF8.self))
                }
            }

            """
    }

    // MARK: The program

    /// What the compiler has to say, warnings included; empty when it is content.
    func compile() throws -> String {
        let products = Self.products
        let runtime = products.appendingPathComponent("TypewrightRuntime.build")
        // Objects of files that are gone stay behind, so the sources tell which to take.
        let sourceFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sources/TypewrightRuntime")
        let names = try FileManager.default.subpathsOfDirectory(atPath: sourceFolder.path).map { ($0 as NSString).lastPathComponent }
        let objects = names.filter { $0.hasSuffix(".swift") }.sorted().map { $0 + ".o" }
        let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }.sorted()
        let (status, output) = try Self.run("/usr/bin/env", [
            "swiftc", "-Onone", "-j2", "-swift-version", "6", "-warnings-as-errors", "-module-name", "Suite",
            "-I", products.appendingPathComponent("Modules").path,
        ] + sources.map { folder.appendingPathComponent($0).path } + objects.map { runtime.appendingPathComponent($0).path }
            + ["-o", program.path])
        return status == 0 ? output : output + "exit \(status)"
    }

    private var program: URL { folder.appendingPathComponent("suite") }

    /// Asks for each pair of a schema's index and a value on one line.
    func ask(_ questions: [(schema: Int, json: String)]) throws -> [Answer] {
        let input = folder.appendingPathComponent("questions.txt")
        try questions.map { "\($0.schema) \($0.json)\n" }.joined().write(to: input, atomically: true, encoding: .utf8)
        let (status, output) = try Self.run(program.path, [], input: input)
        let lines = output.split(separator: "\n", omittingEmptySubsequences: true)
        guard status == 0, lines.count == questions.count else {
            throw Failure(text: "The program ended with \(status) after \(lines.count) of \(questions.count) answers.")
        }
        return lines.map { $0 == "valid" ? nil : String($0.dropFirst("invalid ".count)) }
    }

    struct Failure: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }

    // MARK: Processes

    /// Where this test run was built: `.build/debug`.
    private static var products: URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Modules").path) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        return folder
    }

    private static func run(_ path: String, _ arguments: [String], input: URL? = nil) throws -> (Int32, String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if let input { process.standardInput = try FileHandle(forReadingFrom: input) }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
