import Foundation

/// Test data that lies beside the checkout: suites of others and real documents.
enum SharedData {
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["TYPEWRIGHT_SHARED"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    }()

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// The files under a folder with one of these endings, sorted, with their paths from there.
    static func files(_ folder: String, endings: [String]) -> [(path: String, text: [UInt8])] {
        let base = root.appendingPathComponent(folder)
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: base.path)) ?? []
        return paths.filter { path in endings.contains { path.hasSuffix($0) } }.sorted().compactMap { path in
            (try? Data(contentsOf: base.appendingPathComponent(path))).map { (path, [UInt8]($0)) }
        }
    }
}
