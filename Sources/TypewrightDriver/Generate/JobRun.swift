import TypewrightEmission
import TypewrightGenerator
import TypewrightSource
import TypewrightSpec

/// One job, from the documents on the disk to the files that should be there.
package struct JobRun {
    package let job: Job
    package let sources: SourceMap
    package let sink: DiagnosticSink
    package let folder: DocumentFolder

    package init(_ job: Job, sources: SourceMap, sink: DiagnosticSink) {
        self.job = job
        self.sources = sources
        self.sink = sink
        folder = DocumentFolder(of: job.documents.map(\.text))
    }

    /// `nil` after an error was reported.
    package func load() -> Spec? {
        guard let documents = open() else { return nil }
        return TypewrightGenerator.load(documents, files: folder, options: job.options, sources: sources, into: sink)
    }

    /// `nil` after an error was reported.
    package func generate() -> Generation? {
        load().flatMap(generate)
    }

    /// `nil` after an error was reported.
    func generate(_ spec: Spec) -> Generation? {
        var generation = TypewrightGenerator.generate(spec, options: job.options, into: sink)
        if !job.filePrefix.isEmpty, let files = generation?.files { generation?.files = files.map(prefixed) }
        return generation
    }

    /// The documents as the generator calls them; `nil` after an error was reported.
    package func open() -> [String]? {
        var names: [String] = []
        for document in job.documents {
            if Network.isURL(document.text) {
                guard let name = fetch(document) else { return nil }
                names.append(name)
                continue
            }
            do throws(DiskFault) {
                let files = Disk.isFolder(document.text) ? try schemas(in: document) : [document.text]
                for file in files { names.append(try folder.open(file)) }
            } catch {
                sink.report(Diagnostic(code: "unreadable-file", severity: .error, message: error.message, range: document.range))
                return nil
            }
        }
        return names.isEmpty ? nil : names
    }

    private func fetch(_ document: Told) -> String? {
        do throws(FetchFault) {
            guard let fetch = job.options.loading.fetch else {
                let help = "let it be fetched with '--allow-network', or save it to a file"
                sink.report(Diagnostic(
                    code: "network", severity: .error, message: "'\(document.text)' is an address, and addresses are not fetched",
                    range: document.range, help: help))
                return nil
            }
            return folder.open(document.text, fetched: try fetch(document.text))
        } catch {
            sink.report(Diagnostic(
                code: "network", severity: .error, message: "'\(document.text)' was not fetched: \(error.message)", range: document.range))
            return nil
        }
    }

    private func schemas(in folder: Told) throws(DiskFault) -> [String] {
        let names = try Disk.files(below: folder.text).filter { path in
            Path.name(of: path) != Config.fileName && [".json", ".yaml", ".yml"].contains { path.hasSuffix($0) }
        }
        if names.isEmpty {
            sink.report(Diagnostic(
                code: "no-documents", severity: .error, message: "there is no JSON or YAML file in '\(folder.text)'", range: folder.range))
        }
        return names.map { Path.join(folder.text, $0) }
    }

    private func prefixed(_ file: GeneratedFile) -> GeneratedFile {
        GeneratedFile(
            path: Path.join(Path.folder(of: file.path), job.filePrefix + Path.name(of: file.path)), contents: file.contents)
    }
}
