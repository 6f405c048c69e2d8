import Foundation
import Testing

/// Who may import whom. SwiftPM notices an undeclared import only on a clean build, so the lines are read.
@Suite struct ImportTests {
    static let rooms: [String: Set<String>] = [
        "Source": [], "Pattern": [], "Model": ["Source"], "Reader": ["Source"],
        "Spec": ["Source", "Reader"],
        "Lowering": ["Source", "Reader", "Spec", "Model", "Pattern"],
        "Emission": ["Source", "Model"],
        "Generator": ["Source", "Reader", "Spec", "Model", "Lowering", "Emission"],
        "Driver": ["Source", "Reader", "Spec", "Model", "Lowering", "Emission", "Generator"],
        "Workbench": ["Source", "Reader", "Spec", "Model", "Lowering", "Emission", "Generator", "Driver"],
        "Validation": ["Source", "Reader", "Spec", "Pattern"],
        "Mock": ["Source", "Reader", "Spec", "Validation", "Epoll"],
        "Runtime": [], "HTTP": ["Runtime"],
    ]

    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    /// The C library, by the names it has on the platforms; `Foundation` only where the design allows it.
    private static let libraries: Set<String> = ["Glibc", "Musl", "Darwin", "Android", "Bionic", "ucrt", "WinSDK"]
    private static let foundation: Set<String> = ["Foundation", "FoundationNetworking", "FoundationEssentials", "Dispatch", "Synchronization"]

    @Test(arguments: rooms.keys.sorted())
    func importsOnlyWhatItMay(_ room: String) throws {
        let allowed = Set((Self.rooms[room] ?? []).map { "Typewright" + $0 })
        var seen = 0
        let files = FileManager.default.enumerator(at: Self.sources.appendingPathComponent("Typewright" + room), includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            seen += 1
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                guard let module = imported(line), module != "PackageDescription" else { continue }
                let isFine = allowed.contains(module) || Self.libraries.contains(module) || (room == "HTTP" && Self.foundation.contains(module))
                #expect(isFine, "\(file.lastPathComponent) imports \(module)")
            }
        }
        #expect(seen > 0)
    }

    private func imported(_ line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count, place <= 2 else { return nil }
        guard words[..<place].allSatisfy({ $0.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains($0) }) else { return nil }
        return String(words[place + 1].split(separator: ".")[0])
    }
}
