import Foundation
import PackagePlugin

/// Calls the tool in a package's folder, once for each config that is meant.
struct ToolRun {
    static let configName = "typewright.json"

    let tool: URL
    let folder: URL
    let arguments: [String]

    /// What the user names is enough; else the package's own config does, else those of its targets.
    func perform(targets: [(name: String, folder: URL)], names: [String]) throws {
        let known = Set(targets.map(\.name))
        for name in names where !known.contains(name) { throw Failure(description: "there is no target '\(name)'") }
        let hasOwn = [Self.configName, "spec/" + Self.configName].contains { exists(folder.appendingPathComponent($0)) }
        if namesInput || (hasOwn && names.isEmpty) { return try call(arguments) }
        var configs: [String] = []
        for target in targets where names.isEmpty || names.contains(target.name) {
            let config = target.folder.appendingPathComponent(Self.configName)
            if exists(config), !configs.contains(config.path) { configs.append(config.path) }
        }
        if configs.isEmpty { return try call(arguments) }
        for config in configs { try call(arguments + ["--config", config]) }
    }

    /// Whether the arguments say what to work on, or ask for help.
    private var namesInput: Bool {
        let endings = [".json", ".yaml", ".yml"]
        return arguments.contains { argument in
            ["-c", "-h", "--help", "help", "--version"].contains(argument) || argument.hasPrefix("--config")
                || endings.contains(where: argument.hasSuffix)
        }
    }

    static func folders(in folder: URL) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appendingPathComponent($0) }
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
        if process.terminationStatus != 0 { throw Failure(description: "typewright ended with status \(process.terminationStatus)") }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}
