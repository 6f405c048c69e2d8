import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightValidation

/// Runs files of the suite and keeps what came out differently.
final class SuiteRun {
    struct Failure: CustomStringConvertible {
        let file: String
        let group: String
        let name: String
        let detail: String

        var description: String { "\(file) | \(group) | \(name): \(detail)" }
    }

    private let draft: Dialect.Draft
    private let formats: ValidationOptions.Formats
    private(set) var cases = 0
    private(set) var failures: [Failure] = []
    private(set) var sampled = 0
    private(set) var unsampled: [String] = []

    init(draft: Dialect.Draft, formats: ValidationOptions.Formats) {
        self.draft = draft
        self.formats = formats
    }

    func run(_ path: String, named name: String) {
        guard let text = SharedData.text(path) else { return }
        let sources = SourceMap()
        let sink = DiagnosticSink()
        let file = sources.add(path: name, text: text)
        guard let groups = readDocument(file, limits: ReaderLimits(), into: sink) else {
            failures.append(Failure(file: name, group: "", name: "", detail: "unreadable"))
            return
        }
        for group in groups.elements { run(group, in: file, sources) }
    }

    /// Makes samples of the schemas that have a valid instance at all.
    func sample(_ path: String) {
        guard let text = SharedData.text(path) else { return }
        let sources = SourceMap()
        let file = sources.add(path: path, text: text)
        guard let groups = readDocument(file, limits: ReaderLimits(), into: DiagnosticSink()) else { return }
        for group in groups.elements {
            let tests = group["tests"].map { Array($0.elements) } ?? []
            guard tests.contains(where: { $0["valid"]?.boolean == true }) else { continue }
            guard let schema = group["schema"], let spec = spec(of: schema, in: file, sources, DiagnosticSink()) else { continue }
            if Sampler(spec).sample(of: spec.namedSchemas[0].schema) == nil {
                unsampled.append((group["description"]?.string ?? "") + " in " + path)
            } else {
                sampled += 1
            }
        }
    }

    private func spec(of schema: Node, in file: SourceFile, _ sources: SourceMap, _ sink: DiagnosticSink) -> Spec? {
        var options = LoadOptions()
        options.defaultDraft = draft
        options.expects = .jsonSchema
        options.urls = SuiteRemotes.urls
        let text = file.text[Int(schema.range.start)..<Int(schema.range.end)]
        let files = TestFiles(files: ["schema.json": String(decoding: text, as: UTF8.self)])
        return loadSpec("schema.json", files: files, options: options, sources: sources, sink: sink)
    }

    private func run(_ group: Node, in file: SourceFile, _ sources: SourceMap) {
        let title = group["description"]?.string ?? ""
        let tests = group["tests"].map { Array($0.elements) } ?? []
        cases += tests.count
        guard let schema = group["schema"] else { return }
        let sink = DiagnosticSink()
        guard let spec = spec(of: schema, in: file, sources, sink) else {
            failures.append(Failure(file: file.path, group: title, name: "", detail: "\(sink.diagnostics.map(\.message))"))
            return
        }
        var validation = ValidationOptions()
        validation.formats = formats
        let validator = Validator(spec, options: validation)
        for test in tests {
            guard let data = test["data"] else { continue }
            let violations = validator.validate(data, against: spec.namedSchemas[0].schema)
            let isValid = violations.isEmpty
            let quick = validator.isValid(data, against: spec.namedSchemas[0].schema)
            if isValid != test["valid"]?.boolean || quick != isValid {
                let said = (violations.map(\.description) + sink.diagnostics.map(\.message)).joined(separator: "; ")
                failures.append(Failure(
                    file: file.path, group: title, name: test["description"]?.string ?? "",
                    detail: (isValid ? "valid" : "invalid") + (quick == isValid ? " " : " (quickly otherwise) ") + said
                ))
            }
        }
    }
}

/// The suite's remote documents, under the addresses where its schemas look for them.
enum SuiteRemotes {
    static let urls: [String: LoadOptions.URLSource] = {
        var urls: [String: LoadOptions.URLSource] = [:]
        let folder = "suites/json-schema/remotes"
        for path in SharedData.files(folder) {
            guard let text = SharedData.text(folder + "/" + path) else { continue }
            urls["http://localhost:1234/" + path] = .text(text)
        }
        return urls
    }()
}
