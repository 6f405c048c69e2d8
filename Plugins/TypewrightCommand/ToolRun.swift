import Foundation
import PackagePlugin

/// Calls the tool in a package's folder, once for each config that is meant.
struct ToolRun {
    static let configName = "typewright.json"

    let tool: URL
    let folder: URL
    let arguments: [String]

    /// What the user names is enough; else the package's own config does, else those of its targets.
    func perform(configFolders: [URL], onlyThose: Bool) throws {
        let namesInput = arguments.contains { $0.hasPrefix("--config") || $0 == "-c" || $0.hasSuffix(".json") || $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
        let asksForHelp = arguments.contains("--help") || arguments.contains("-h") || arguments.contains("help")
        let hasOwn = [Self.configName, "spec/" + Self.configName].contains { exists(folder.appendingPathComponent($0)) }
        if namesInput || asksForHelp || (hasOwn && !onlyThose) { return try call(arguments) }
        let configs = configFolders.map { $0.appendingPathComponent(Self.configName) }.filter(exists)
        if configs.isEmpty { return try call(arguments) }
        for config in configs { try call(arguments + ["--config", config.path]) }
    }

    private func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    private func call(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        // The tool has said why.
        if process.terminationStatus != 0 { throw Failure(status: process.terminationStatus) }
    }

    struct Failure: Error, CustomStringConvertible {
        let status: Int32
        var description: String { "typewright ended with status \(status)" }
    }
}
