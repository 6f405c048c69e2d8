import Foundation
import PackagePlugin

/// `swift package typewright generate`: writes the sources that a package commits, by the configs it holds.
@main
struct TypewrightCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let targets = names.isEmpty ? context.package.targets : try context.package.targets(named: names)
        let run = ToolRun(
            tool: try context.tool(named: "typewright-generate").url, folder: context.package.directoryURL,
            arguments: extractor.remainingArguments)
        try run.perform(configFolders: targets.map(\.directoryURL), onlyThose: !names.isEmpty)
    }
}

#if canImport(XcodeProjectPlugin)
import XcodeProjectPlugin

extension TypewrightCommand: XcodeCommandPlugin {
    func performCommand(context: XcodePluginContext, arguments: [String]) throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let targets = context.xcodeProject.targets.filter { names.isEmpty || names.contains($0.displayName) }
        let configs = targets.flatMap { $0.inputFiles.map(\.url) }.filter { $0.lastPathComponent == ToolRun.configName }
        let run = ToolRun(
            tool: try context.tool(named: "typewright-generate").url, folder: context.xcodeProject.directoryURL,
            arguments: extractor.remainingArguments)
        try run.perform(configFolders: configs.map { $0.deletingLastPathComponent() }, onlyThose: !names.isEmpty)
    }
}
#endif
