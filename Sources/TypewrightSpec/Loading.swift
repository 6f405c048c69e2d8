import TypewrightReader
import TypewrightSource

/// Where the bytes of documents come from. This room reads no disk and no network.
package protocol FileProvider {
    /// The file at that path, relative to the folder of the root document and with `/` between names;
    /// `nil` when there is none. A path that escapes the folder begins with `../`.
    func contents(of path: String) -> [UInt8]?
    /// The path that people know the file by.
    func shownPath(of path: String) -> String
}

extension FileProvider {
    package func shownPath(of path: String) -> String { path }
}

/// Why a URL was not fetched.
package struct FetchFault: Error, Sendable {
    package var message: String

    package init(_ message: String) {
        self.message = message
    }
}

package struct LoadOptions: Sendable {
    /// Whether a reference may lead out of the root document's folder.
    package var allowsEscapingRoot = false
    /// Absolute URLs (without fragment) and the paths or the texts that stand for them.
    package var urls: [String: URLSource] = [:]
    /// Gets what is behind any other URL; `nil` where nothing may be fetched.
    package var fetch: (@Sendable (String) throws(FetchFault) -> [UInt8])?
    /// So many URLs are fetched for one document and no more.
    package var mostFetches = 256
    /// What JSON Schema files without `$schema` are.
    package var defaultDraft: Dialect.Draft = .draft2020
    package var readerLimits = ReaderLimits()

    package var expects = Expectation.anything
    /// The schema that is asked for beside those the document names: it becomes the `entry` of the `Spec`.
    package var entry: Entry?

    /// A reference as the root document would write it: `#/components/schemas/Pet`.
    package struct Entry: Sendable {
        package var reference: String
        /// Where somebody wrote it.
        package var range: SourceRange

        package init(_ reference: String, at range: SourceRange) {
            self.reference = reference
            self.range = range
        }
    }

    /// What root documents are taken for.
    package enum Expectation: Sendable {
        case anything
        /// Any object or boolean, also one without a keyword at its top.
        case jsonSchema

        var recognized: Recognized? { self == .jsonSchema ? .jsonSchema : nil }
    }

    package enum URLSource: Sendable {
        case path(String)
        case text([UInt8])
    }

    package init() {}
}

/// The room's door: reads the root document and all that it refers to, and decodes it.
/// Faults go to the sink; `nil` after an error, when there is nothing to go on with.
package func loadSpec(
    _ path: String, files: any FileProvider, options: LoadOptions = LoadOptions(), sources: SourceMap, sink: DiagnosticSink
) -> Spec? {
    let documents = DocumentSet(files: files, options: options, sources: sources, faults: Faults(sink: sink))
    guard let root = documents.loadRoot(path) else { return nil }
    guard let kind = options.expects.recognized ?? recognize(root.root, faults: documents.faults) else { return nil }
    switch kind {
    case .openAPI(let version): return decodeOpenAPI(root, version: version, in: documents)
    case .jsonSchema: return decodeSchemas([root], in: documents)
    }
}

/// Several JSON Schema files as one `Spec`; they may refer to each other by path or by `$id`.
package func loadSchemas(
    _ paths: [String], files: any FileProvider, options: LoadOptions = LoadOptions(), sources: SourceMap, sink: DiagnosticSink
) -> Spec? {
    let documents = DocumentSet(files: files, options: options, sources: sources, faults: Faults(sink: sink))
    var roots: [Document] = []
    for path in paths {
        guard let root = documents.loadRoot(path) else { continue }
        switch options.expects.recognized ?? recognize(root.root, faults: documents.faults) {
        case .jsonSchema: roots.append(root)
        case .openAPI: reportCompany(root, of: paths.count - 1, faults: documents.faults)
        // Reported.
        case nil: break
        }
    }
    guard roots.count == paths.count else { return nil }
    return decodeSchemas(roots, in: documents)
}

/// An API is one document, with what it refers to.
private func reportCompany(_ root: Document, of others: Int, faults: Faults) {
    faults.error(
        "several-documents", "This is an OpenAPI document, which cannot make one module with \(others) other document\(others == 1 ? "" : "s").",
        at: root.root["openapi"]?.range,
        help: "Name it alone: files that it refers to are read with it. Several OpenAPI documents are several entries of the config, "
            + "each with an \"output\" or a \"filePrefix\" of its own.")
}

private func decodeOpenAPI(_ root: Document, version: OpenAPI.Version, in documents: DocumentSet) -> Spec {
    let decoder = SpecDecoder(documents: documents, version: version)
    let located = documents[root.resource].root
    let named = decoder.namedSchemas(located)
    let description = decoder.decodeDescription(located)
    return decoder.finish(kind: .openAPI(version), named: named, description: description)
}

private func decodeSchemas(_ roots: [Document], in documents: DocumentSet) -> Spec {
    let decoder = SpecDecoder(documents: documents, version: nil)
    var named: [Spec.NamedSchema] = []
    for root in roots { named += decoder.schemaFile(documents[root.resource].root) }
    var info = OpenAPI.Info(node: roots[0].root)
    info.title = named.first?.name ?? ""
    return decoder.finish(kind: .jsonSchema, named: named, description: OpenAPI.Description(node: roots[0].root, info: info))
}
