import Foundation

/// The documents, and the files that they refer to.
///
/// References are found by looking for `$ref` in the text. That is enough for a plan: where it misses a file,
/// the tool says so.
struct WatchedFiles {
    private(set) var all: [URL] = []
    private var seen: Set<String> = []

    init(of jobs: [ConfiguredJob]) {
        for job in jobs {
            for document in job.documents { addAll(document) }
            for input in job.inputs { add(input) }
        }
        var index = 0
        while index < all.count {
            for reference in references(in: all[index]) { add(reference) }
            index += 1
        }
    }

    /// A folder stands for the files below it.
    private mutating func addAll(_ document: URL) {
        let inside = FileManager.default.enumerator(atPath: document.path)?.compactMap { $0 as? String } ?? []
        for path in inside.sorted() where [".json", ".yaml", ".yml"].contains(where: path.hasSuffix) {
            add(document.appendingPathComponent(path))
        }
        if inside.isEmpty { add(document) }
    }

    private mutating func add(_ file: URL) {
        let file = file.standardizedFileURL
        guard FileManager.default.fileExists(atPath: file.path), seen.insert(file.path).inserted else { return }
        all.append(file)
    }

    private func references(in file: URL) -> [URL] {
        guard let text = try? Data(contentsOf: file) else { return [] }
        var found: Set<String> = []
        var rest = text.startIndex..<text.endIndex
        while let match = text.range(of: Data("$ref".utf8), in: rest) {
            rest = match.upperBound..<text.endIndex
            // `"$ref": "pet.json#/Pet"`, `$ref: pet.yaml`
            let skipped: [UInt8] = Array("\"': \t\r\n".utf8)
            let target = text[rest].drop { skipped.contains($0) }
                .prefix { !skipped.contains($0) && !Array("#,}]".utf8).contains($0) }
            if !target.isEmpty, target.count < 1_000 { found.insert(String(decoding: target, as: UTF8.self)) }
        }
        return found.sorted().compactMap { reference in
            guard !reference.contains("://"), let path = reference.removingPercentEncoding else { return nil }
            return URL(fileURLWithPath: path, relativeTo: file.deletingLastPathComponent())
        }
    }
}
