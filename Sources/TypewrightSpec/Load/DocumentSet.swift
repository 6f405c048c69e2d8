import TypewrightReader
import TypewrightSource

/// The root documents and all that references lead to, read when first asked for.
final class DocumentSet {
    let files: any FileProvider
    let options: LoadOptions
    let sources: SourceMap
    let faults: Faults

    private(set) var documents: [Document] = []
    private var documentsByURI: [String: Document] = [:]
    /// URIs that could not be read, so that each is reported where it is used but read only once.
    private var unreadable: Set<String> = []
    private var unfetched: [String: String] = [:]
    private var fetchCount = 0
    var resources: [OpenResource] = []
    var resourcesByURI: [String: ResourceID] = [:]
    /// What holds in files that do not say otherwise: what holds in the first one.
    var dialect: Dialect
    var dialectsByURI: [String: Dialect] = [:]

    init(files: any FileProvider, options: LoadOptions, sources: SourceMap, faults: Faults) {
        self.files = files
        self.options = options
        self.sources = sources
        self.faults = faults
        dialect = Dialect(options.defaultDraft)
    }

    subscript(_ id: ResourceID) -> OpenResource {
        // In place: what is copied is copied with a retain for each of its tables, and a `set` would copy the tables
        // themselves for each reference that is added to them.
        _read { yield resources[id.index] }
        _modify { yield &resources[id.index] }
    }

    /// Reads a root document; reports where that fails.
    func loadRoot(_ path: String) -> Document? {
        let uri = path.utf8.contains(UInt8(ascii: ":")) && URIReference(path).authority != nil ? path : URIReference.withoutDots(path)
        if let known = documentsByURI[uri] { return known }
        guard let bytes = files.contents(of: path) else {
            faults.error("unreadable-file", "There is no file `\(path)`, or it cannot be read.", at: nil)
            return nil
        }
        return read(bytes, shownAs: path, uri: uri, place: Place(document: documents.isEmpty ? "" : path))
    }

    /// The document with that URI (without fragment). Says nothing when there is none: see `Unavailable`.
    func document(at uri: String) -> Result<Document, Unavailable> {
        if let known = documentsByURI[uri] { return .success(known) }
        if unreadable.contains(uri) { return .failure(.unreadable) }
        let reference = URIReference(uri)
        if reference.scheme != nil || reference.authority != nil { return documentFromURL(uri) }
        let path = URIReference.percentDecoded(reference.path)
        let escapes = path == ".." || path.hasPrefix("../") || path.hasPrefix("/")
        if escapes && !options.allowsEscapingRoot { return .failure(.escapesRoot) }
        guard let bytes = files.contents(of: path) else {
            unreadable.insert(uri)
            return .failure(.missing)
        }
        return store(bytes, shownAs: path, uri: uri)
    }

    private func documentFromURL(_ url: String) -> Result<Document, Unavailable> {
        switch options.urls[url] {
        case .path(let path)?:
            guard let bytes = files.contents(of: path) else {
                unreadable.insert(url)
                return .failure(.missing)
            }
            return store(bytes, shownAs: path, uri: url)
        case .text(let bytes)?:
            return store(bytes, shownAs: url, uri: url)
        case nil:
            if let text = Metaschemas.text(of: url) { return store(Array(text.utf8), shownAs: url, uri: url) }
            return fetched(url)
        }
    }

    private func fetched(_ url: String) -> Result<Document, Unavailable> {
        guard let fetch = options.fetch else { return .failure(.unknownURL) }
        if let reason = unfetched[url] { return .failure(.notFetched(reason)) }
        do throws(FetchFault) {
            if fetchCount >= options.mostFetches { throw FetchFault("\(fetchCount) addresses are enough for one document") }
            fetchCount += 1
            return store(try fetch(url), shownAs: url, uri: url)
        } catch {
            unfetched[url] = error.message
            return .failure(.notFetched(error.message))
        }
    }

    private func store(_ bytes: [UInt8], shownAs path: String, uri: String) -> Result<Document, Unavailable> {
        guard let document = read(bytes, shownAs: path, uri: uri, place: Place(document: path)) else {
            unreadable.insert(uri)
            return .failure(.unreadable)
        }
        return .success(document)
    }

    private func read(_ bytes: [UInt8], shownAs path: String, uri: String, place: Place) -> Document? {
        let file = sources.add(path: files.shownPath(of: path), text: bytes)
        guard let root = readDocument(file, limits: options.readerLimits, isForgiving: true, into: faults.sink) else { return nil }
        let document = Document(
            uri: uri, file: file, root: root, place: place,
            mentionsIdentifiers: IdentifierScan.mentionsIdentifiers(bytes)
        )
        documents.append(document)
        documentsByURI[uri] = document
        indexRoot(document)
        return document
    }

    /// Why a document cannot be had.
    enum Unavailable: Error {
        case missing
        /// Its own faults were reported when it was read.
        case unreadable
        case escapesRoot
        case unknownURL
        case notFetched(String)
    }
}
