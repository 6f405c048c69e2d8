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
}

/// The files of a folder on disk.
struct FolderFiles: FileProvider {
    let folder: URL

    func contents(of path: String) -> [UInt8]? {
        (try? Data(contentsOf: folder.appendingPathComponent(path))).map { [UInt8]($0) }
    }
}

/// Files that a test writes down.
struct TestFiles: FileProvider {
    let files: [String: String]

    func contents(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
}
