import Foundation
import TypewrightSpec

/// The files of a folder on disk.
package struct FolderFiles: FileProvider {
    private let folder: URL

    package init(folder: URL) {
        self.folder = folder
    }

    package func contents(of path: String) -> [UInt8]? {
        (try? Data(contentsOf: folder.appendingPathComponent(path))).map { [UInt8]($0) }
    }
}

/// Files that a test writes down.
package struct TestFiles: FileProvider {
    private let files: [String: String]

    package init(files: [String: String]) {
        self.files = files
    }

    package func contents(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
}
