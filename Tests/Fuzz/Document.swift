import TypewrightGenerator
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightValidation

// Whatever a document holds: nothing crashes on the way to Swift, every report can be shown, two runs
// give the same bytes, and what the sampler makes of a schema satisfies it.

/// The fuzzer's bytes are the only file there is.
struct OneFile: FileProvider {
    let name: String
    let bytes: [UInt8]

    func contents(of path: String) -> [UInt8]? { path == name ? bytes : nil }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let file = OneFile(name: "document", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
    let first = run(file)
    guard run(file) == first else { fatalError("two runs differ") }
    return 0
}

func run(_ file: OneFile) -> [String] {
    let sink = DiagnosticSink()
    let sources = SourceMap()
    var options = GeneratorOptions()
    options.naming.clientName = "FuzzClient"
    guard let spec = load([file.name], files: file, options: options, sources: sources, into: sink) else {
        return shown(sink, sources)
    }
    let generation = generate(spec, options: options, into: sink)
    checkSamples(spec)
    return shown(sink, sources) + (generation?.files ?? []).map { String(decoding: $0.contents, as: UTF8.self) }
}

func shown(_ sink: DiagnosticSink, _ sources: SourceMap) -> [String] {
    let renderer = DiagnosticRenderer(sources: sources)
    return sink.diagnostics.map { renderer.render($0) }
}

/// A few schemas are enough: the fuzzer has many documents.
func checkSamples(_ spec: Spec) {
    let sampler = Sampler(spec)
    let validator = Validator(spec)
    for named in spec.namedSchemas.prefix(8) {
        guard let text = sampler.sample(of: named.schema, seed: 1) else { continue }
        let sink = DiagnosticSink()
        let file = SourceMap().add(path: "sample", text: Array(text.utf8))
        guard let value = readJSON(file, limits: ReaderLimits(), into: sink) else {
            fatalError("a sample is no JSON: \(text)")
        }
        guard validator.isValid(value, against: named.schema) else { fatalError("a sample does not satisfy its schema: \(text)") }
    }
}
