import TypewrightEmission
import TypewrightGenerator
import TypewrightLowering
import TypewrightModel
import TypewrightSource
import TypewrightSpec

/// One document (or a set of JSON Schemas) on its way to one folder, with every decision made.
package struct Job: Sendable {
    package var documents: [Told]
    package var output: Told?
    package var filePrefix: String
    package var isStrict: Bool
    /// Files that a build plan declares beside the document.
    package var inputs: [Told]
    package var options: GeneratorOptions
    /// All that was told, for commands that want to know more.
    package var settings = Settings()
}

extension Job {
    /// A document that nothing was told of.
    package init(document: String, options: GeneratorOptions) {
        self.init(documents: [Told(document)], output: nil, filePrefix: "", isStrict: false, inputs: [], options: options)
    }

    /// From the command line alone; `nil` after an error was reported.
    package init?(_ settings: Settings, into sink: DiagnosticSink) {
        guard let job = JobMaker(settings: settings, range: nil, sink: sink).job() else { return nil }
        self = job
    }
}

/// Turns settings into a job; `nil` after an error was reported.
struct JobMaker {
    let settings: Settings
    /// Where the settings stand, for reports on what they lack.
    let range: SourceRange?
    let sink: DiagnosticSink

    func job() -> Job? {
        let before = sink.errorCount
        let documents = settings.list(.document)
        if documents.isEmpty {
            report("missing-document", "no document is named", at: range, help: "say which one with \"document\"")
        }
        let options = generatorOptions()
        guard sink.errorCount == before else { return nil }
        return Job(
            documents: documents, output: settings.single(.output), filePrefix: settings.single(.filePrefix)?.text ?? "",
            isStrict: settings.isOn(.strict), inputs: settings.list(.inputs), options: options, settings: settings)
    }

    func report(_ code: String, _ message: String, at range: SourceRange?, help: String? = nil) {
        sink.report(Diagnostic(code: code, severity: .error, message: message, range: range, help: help))
    }

    private func generatorOptions() -> GeneratorOptions {
        var options = GeneratorOptions()
        options.loading = loading()
        options.lowering = lowering()
        options.naming = naming()
        options.emission = emission()
        return options
    }

    private func loading() -> LoadOptions {
        var loading = LoadOptions()
        loading.allowsEscapingRoot = settings.isOn(.allowEscapingRoot)
        if settings.isOn(.allowNetwork) { loading.fetch = Network.fetch }
        if let draft = settings.single(.draft).flatMap({ Dialect.Draft(rawValue: $0.text) }) { loading.defaultDraft = draft }
        for (url, path) in settings.pairs(.urls) {
            if !Disk.exists(path.text) { report("unreadable-file", "there is no file '\(path.text)'", at: path.range) }
            loading.urls[url.text] = .path(DocumentFolder.alias(for: path.text))
        }
        return loading
    }

    private func lowering() -> LoweringOptions {
        var lowering = LoweringOptions()
        lowering.assertsFormats = settings.isOn(.assertFormats)
        lowering.include = settings.list(.include).compactMap(filter)
        lowering.exclude = settings.list(.exclude).compactMap(filter)
        lowering.pagination = settings.pairs(.pagination).compactMap { paginationRule($0.key, $0.value) }
        for (format, type) in settings.pairs(.formats) {
            let formats = TextFormat.allCases.map(\.rawValue)
            if !formats.contains(format.text) {
                let guess = likelyMatch(to: format.text, in: formats).map { "did you mean '\($0)'?" }
                report(
                    "config-value", "'\(format.text)' is no format with a type of its own", at: format.range,
                    help: guess ?? "the formats are \(listed(formats, "and"))")
            } else if type.text != "String" {
                report(
                    "config-value", "a format can become 'String', not '\(type.text)'", at: type.range,
                    help: "for another type name the places with \"types\"")
            } else {
                lowering.plainFormats.insert(format.text)
            }
        }
        return lowering
    }

    private func filter(_ told: Told) -> LoweringOptions.Filter? {
        let kinds = LoweringOptions.Filter.Kind.allCases.map(\.rawValue)
        let parts = told.text.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, let kind = LoweringOptions.Filter.Kind(rawValue: parts[0]) {
            return LoweringOptions.Filter(kind: kind, pattern: parts[1], range: told.range)
        }
        let guess = likelyMatch(to: parts.first ?? "", in: kinds).map { "did you mean '\($0):'?" }
        report(
            "config-value", "'\(told.text)' is no filter", at: told.range,
            help: guess ?? "a filter is \(listed(kinds)), a colon and a pattern: 'tag:pets'")
        return nil
    }

    private func naming() -> NamingOptions {
        var naming = NamingOptions()
        naming.clientName = settings.single(.client)?.text
        naming.initialisms = settings.list(.initialisms).map(\.text)
        naming.plainWords = settings.list(.plainWords).map(\.text)
        naming.renames = settings.pairs(.renames).map {
            NamingOptions.Rename(location: $0.key.text, name: $0.value.text, range: $0.key.range)
        }
        return naming
    }

    private func emission() -> EmissionOptions {
        var emission = EmissionOptions()
        if let access = settings.single(.access).flatMap({ EmissionOptions.Access(rawValue: $0.text) }) { emission.access = access }
        if let shards = settings.count(.shards) { emission.layout = .shards(shards) }
        if settings.isSet(.emit) {
            let wanted = settings.list(.emit)
            if !wanted.contains(where: { $0.text == "types" }) {
                report("config-value", "what is emitted has to include 'types': the rest stands on them", at: wanted.first?.range ?? range)
            }
            emission.emitsClient = wanted.contains { $0.text == "client" }
            emission.emitsValidators = wanted.contains { $0.text == "validators" }
        }
        emission.conformances.removeAll { conformance in settings.list(.without).contains { $0.text == conformance.rawValue } }
        emission.keepsUnknownProperties = settings.isOn(.keepUnknownProperties)
        emission.environmentPrefix = settings.single(.environmentPrefix)?.text
        emission.typeOverrides = settings.pairs(.types).map {
            EmissionOptions.TypeOverride(location: $0.key.text, type: $0.value.text, range: $0.key.range)
        }
        emission.imports = settings.list(.imports).map(\.text)
        return emission
    }
}
