import Foundation

/// Test data that lies beside the checkout, suites of others and real documents: the folder that
/// `TYPEWRIGHT_SHARED` names, or `shared`. Whatever needs it is skipped, and says so, where it is not there.
package enum SharedData {
    private static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["TYPEWRIGHT_SHARED"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    }()

    package static func place(of path: String) -> URL {
        root.appendingPathComponent(path).resolvingSymlinksInPath()
    }

    package static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: place(of: path).path)
    }

    package static func text(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: place(of: path))).map { [UInt8]($0) }
    }

    /// The paths of the files under a folder with one of some endings, from there, sorted.
    package static func files(_ folder: String, endings: [String] = [".json"]) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: place(of: folder).path)) ?? []
        return paths.filter { path in endings.contains { path.hasSuffix($0) } }.sorted()
    }

    /// The same files with their contents.
    package static func texts(_ folder: String, endings: [String] = [".json"]) -> [(path: String, text: [UInt8])] {
        files(folder, endings: endings).compactMap { path in text(folder + "/" + path).map { (path, $0) } }
    }
}
