import Foundation
import TypewrightEmission
import TypewrightGenerator
import TypewrightLowering
import TypewrightModel
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightValidation

// For every named schema of a document, and for what its operations take and give: instances that satisfy
// it, and a program that runs them through the generated code.
//
//     typewright-samples DOCUMENT OUTPUT
//
// writes OUTPUT/samples.txt (pointer TAB JSON, a line each), OUTPUT/without.txt (the pointers that there is no
// sample for) and OUTPUT/Table.swift (the type behind each pointer).

let seeds: [UInt64] = [1, 2, 3]
let document = URL(fileURLWithPath: CommandLine.arguments[1])
let output = URL(fileURLWithPath: CommandLine.arguments[2])

let sink = DiagnosticSink()
let files = FolderFiles(folder: document.deletingLastPathComponent())
guard let spec = loadSpec(document.lastPathComponent, files: files, sources: SourceMap(), sink: sink) else {
    fatalError("\(document.path) cannot be read")
}
let options = GeneratorOptions()
let api = lower(spec, options: options.lowering, into: sink)
let names = name(api, options: options.naming, into: sink)

var schemas: [String: SchemaID] = [:]
for schema in spec.schemas where schemas[schema.location] == nil { schemas[schema.location] = schema.id }
let named = Set(spec.namedSchemas.map { spec[$0.schema].location })

let sampler = Sampler(spec)
var samples = ""
var without = ""
var table: [String] = []
/// Alternatives of a schema that has properties besides stand at its place too: its own type comes first.
var seen: Set<String> = []
for (index, type) in api.types.enumerated() {
    let id = TypeID(index)
    guard isWanted(type), let schema = schemas[type.origin.location], seen.insert(type.origin.location).inserted else { continue }
    let texts = seeds.compactMap { sampler.sample(of: schema, seed: $0) }
    if texts.isEmpty { without += type.origin.location + "\n" }
    for text in texts { samples += "\(type.origin.location)\t\(text)\n" }
    let swift = names[id].path.map(\.source).joined(separator: ".")
    let validator = names.validators[id].map { ", \($0.source).self" } ?? ""
    table.append("    run(\(quoted(type.origin.location)), Document.\(swift).self\(validator))")
}
write(samples, "samples.txt")
write(without, "without.txt")
write(program(table), "Table.swift")

/// Named schemas, and the declarations of operations that have a schema to themselves.
func isWanted(_ type: TypeDeclaration) -> Bool {
    if named.contains(type.origin.location) { return true }
    if case .operation = type.naming { return true }
    return false
}

/// In functions of moderate size, for the compiler's sake.
func program(_ rows: [String]) -> String {
    var text = "import Document\n"
    var functions = 0
    for start in stride(from: 0, to: rows.count, by: 50) {
        text += "\nprivate func part\(functions)() {\n\(rows[start..<min(start + 50, rows.count)].joined(separator: "\n"))\n}\n"
        functions += 1
    }
    text += "\nfunc runAll() {\n"
    for number in 0..<functions { text += "    part\(number)()\n" }
    return text + "}\n"
}

func quoted(_ text: String) -> String { "#\"\(text)\"#" }

func write(_ text: String, _ name: String) {
    do {
        try Data(text.utf8).write(to: output.appendingPathComponent(name))
    } catch {
        fatalError("\(name): \(error)")
    }
}
