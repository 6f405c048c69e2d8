import Foundation

/// The few keys of a config that a plan needs. What is wrong with the rest, the tool reports with its place.
struct ConfiguredJob {
    /// Files, or folders of files.
    let documents: [URL]
    let output: URL?
    let inputs: [URL]
    let shardCount: Int?
    let filePrefix: String

    static func read(from config: URL) -> [ConfiguredJob] {
        guard let data = try? Data(contentsOf: config), let value = try? JSONSerialization.jsonObject(with: data) else { return [] }
        let objects = (value as? [Any] ?? [value]).compactMap { $0 as? [String: Any] }
        return objects.compactMap { ConfiguredJob($0, folder: config.deletingLastPathComponent()) }
    }

    private init?(_ object: [String: Any], folder: URL) {
        func url(_ path: String) -> URL { URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL }
        let named = object["document"] as? [String] ?? (object["document"] as? String).map { [$0] } ?? []
        guard !named.isEmpty else { return nil }
        documents = named.map(url)
        output = (object["output"] as? String).map(url)
        inputs = (object["inputs"] as? [String] ?? []).map(url)
        shardCount = object["shards"] as? Int
        filePrefix = object["filePrefix"] as? String ?? ""
    }

    /// The names that the generator gives to its files in this layout.
    func shardNames(usual: Int) -> [String] {
        (0..<max(1, shardCount ?? usual)).map { "\(filePrefix)Generated\($0 < 10 ? "0" : "")\($0).swift" }
    }
}
