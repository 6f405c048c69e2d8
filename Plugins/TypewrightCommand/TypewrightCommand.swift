import Foundation
import PackagePlugin

/// `swift package typewright generate`: writes the sources that a package commits, by the configs it holds.
@main
struct TypewrightCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let folder = context.package.directoryURL
        var targets = context.package.targets.map { ($0.name, $0.directoryURL) }
        // A target that has no Swift file yet does not count as one.
        targets += ToolRun.folders(in: folder.appendingPathComponent("Sources")).map { ($0.lastPathComponent, $0) }
        let run = ToolRun(
            tool: try context.tool(named: "typewright-generate").url, folder: folder, arguments: extractor.remainingArguments)
        try run.perform(targets: targets, names: names)
    }
}

#if canImport(XcodeProjectPlugin)
import XcodeProjectPlugin

extension TypewrightCommand: XcodeCommandPlugin {
    func performCommand(context: XcodePluginContext, arguments: [String]) throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let targets = context.xcodeProject.targets.flatMap { target in
            target.inputFiles.map(\.url).filter { $0.lastPathComponent == ToolRun.configName }
                .map { (target.displayName, $0.deletingLastPathComponent()) }
        }
        let run = ToolRun(
            tool: try context.tool(named: "typewright-generate").url, folder: context.xcodeProject.directoryURL,
            arguments: extractor.remainingArguments)
        try run.perform(targets: targets, names: names)
    }
}
#endif
