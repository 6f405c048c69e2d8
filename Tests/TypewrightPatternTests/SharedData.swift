import Foundation

/// Documents and suites that are not in the repository: the folder that `TYPEWRIGHT_SHARED`
/// names, or `shared` beside the checkout.
enum SharedData {
    static let missing = "skipped, as there is no folder shared beside the checkout and TYPEWRIGHT_SHARED names none"

    static func folder(_ path: String) -> URL? {
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let shared = ProcessInfo.processInfo.environment["TYPEWRIGHT_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? checkout.deletingLastPathComponent().appendingPathComponent("shared")
        let folder = shared.appendingPathComponent(path).resolvingSymlinksInPath()
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    /// All files below a folder with one of the extensions, in a stable order.
    static func files(below folder: URL, _ extensions: [String]) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return all.filter { extensions.contains($0.pathExtension) }.sorted { $0.path < $1.path }
    }
}
