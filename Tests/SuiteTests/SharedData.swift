import Foundation
import TypewrightSpec

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

    static func text(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: root.appendingPathComponent(path))).map { [UInt8]($0) }
    }

    /// The paths of the JSON files under a folder, from there, sorted.
    static func files(_ folder: String) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
        return paths.filter { $0.hasSuffix(".json") }.sorted()
    }
}


/// Files that a test writes down.
struct TestFiles: FileProvider {
    let files: [String: String]

    func contents(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
}
