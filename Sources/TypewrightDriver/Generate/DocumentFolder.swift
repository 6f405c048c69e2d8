import TypewrightSpec

/// The disk as the generator sees it: the folder that the documents are in, and which of its files were asked for.
package final class DocumentFolder: FileProvider {
    package let path: String
    /// Relative to the folder, as far as they were there, in the order of the first reading.
    package private(set) var filesRead: [String] = []
    /// Of the documents themselves, which were read before to say what is wrong with them.
    private var known: [String: [UInt8]] = [:]

    init(of documents: [String]) {
        path = DocumentFolder.commonFolder(of: documents.filter { !Network.isURL($0) })
    }

    /// Reads a document ahead of the generator, and gives its path in the folder.
    func open(_ document: String) throws(DiskFault) -> String {
        let bytes = try Disk.contents(of: document)
        let name = path.isEmpty ? document : Path.relative(document, to: path)
        known[name] = bytes
        return name
    }

    /// The same for a document that came from elsewhere.
    func open(_ url: String, fetched bytes: [UInt8]) -> String {
        known[url] = bytes
        return url
    }

    /// The path, in the generator's eyes, of a file that is not relative to the folder. No reference leads to such a path.
    static func alias(for path: String) -> String { "./" + path }

    package func contents(of file: String) -> [UInt8]? {
        guard let bytes = known[file] ?? (try? Disk.contents(of: shownPath(of: file))) else { return nil }
        if !filesRead.contains(file) { filesRead.append(file) }
        return bytes
    }

    package func shownPath(of file: String) -> String {
        if file.hasPrefix("./") { return String(file.dropFirst(2)) }
        // URLs are shown as they are.
        return file.contains("://") ? file : Path.simplified(Path.join(path, file))
    }

    private static func commonFolder(of documents: [String]) -> String {
        guard var common = documents.first.map(Path.folder) else { return "" }
        for document in documents {
            while !common.isEmpty, common != "/", !document.hasPrefix(common + "/") { common = Path.folder(of: common) }
        }
        return common
    }
}
