import Foundation
import PackagePlugin

/// What a build has to know before the tool runs: what it reads and what it writes.
///
/// A build system keeps this plan while documents change, so the names of the outputs must not depend on what a
/// document says. The tool is told the plan and refuses to go on where it no longer fits.
struct BuildPlan {
    static let configName = "typewright.json"

    let config: URL
    let sources: [URL]
    let workFolder: URL
    private let jobs: [ConfiguredJob]

    init(config: URL, sources: [URL], workFolder: URL) {
        self.config = config
        self.sources = sources
        self.workFolder = workFolder
        jobs = ConfiguredJob.read(from: config)
    }

    /// The folder's own config is better than one that stands deeper.
    static func config(in sources: [URL], folder: URL?) -> URL? {
        if let folder {
            let own = folder.appendingPathComponent(configName)
            if FileManager.default.fileExists(atPath: own.path) { return own }
        }
        return sources.first { $0.lastPathComponent == configName }
    }

    func command(tool: URL) -> Command {
        let inputs = WatchedFiles(of: jobs).all
        var arguments = ["generate", "--quiet", "--config", config.path]
        for document in jobs.flatMap(\.documents) { arguments += ["--planned-document", document.path] }
        for input in inputs { arguments += ["--planned-input", input.path] }
        let names = jobs.flatMap(\.documents).map(\.lastPathComponent).joined(separator: ", ")
        if jobs.isEmpty || jobs.contains(where: isCommitted) {
            // An empty source: any other file would be a resource, and the target would get a bundle that needs Foundation.
            let stamp = workFolder.appendingPathComponent("TypewrightStamp.swift")
            return .buildCommand(
                displayName: "Checking the Swift generated from \(names)",
                executable: tool, arguments: arguments + ["--check", "--stamp", stamp.path],
                inputFiles: [config] + inputs + jobs.flatMap(committedFiles), outputFiles: [stamp])
        }
        let output = workFolder.appendingPathComponent("Typewright")
        let usualShards = usualShardCount(inputs)
        let outputs = jobs.flatMap { job in job.shardNames(usual: usualShards).map { output.appendingPathComponent($0) } }
        for file in outputs { arguments += ["--planned-output", file.path] }
        return .buildCommand(
            displayName: "Generating Swift from \(names)",
            executable: tool,
            arguments: arguments + ["--output", output.path, "--usual-shards", String(usualShards)],
            inputFiles: [config] + inputs, outputFiles: outputs)
    }

    /// How many files a part of the config takes if it does not say: about one for 16 KB of documents.
    ///
    /// An edit recompiles the files that hold the type and what uses it. Of a large document that is most of eight
    /// files but a quarter of 64, which take no longer to compile together; of a small one most would be empty. In
    /// steps, so that a document hardly ever grows out of its files, for then all are new.
    private func usualShardCount(_ inputs: [URL]) -> Int {
        let sizes = inputs.map { (try? $0.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0 }
        let size = sizes.reduce(0, +) / max(jobs.count, 1)
        return [8, 16, 32].first { size <= $0 * 16_384 } ?? 64
    }

    /// Whether the target compiles the files that the config's `output` holds.
    private func isCommitted(_ job: ConfiguredJob) -> Bool {
        !committedFiles(of: job).isEmpty
    }

    private func committedFiles(of job: ConfiguredJob) -> [URL] {
        guard let output = job.output else { return [] }
        let folder = output.standardizedFileURL.path + "/"
        return sources.filter { $0.pathExtension == "swift" && $0.standardizedFileURL.path.hasPrefix(folder) }
    }
}
