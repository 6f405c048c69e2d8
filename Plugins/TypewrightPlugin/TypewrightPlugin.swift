import Foundation
import PackagePlugin

/// Generates Swift at build time, from the `typewright.json` in a target's folder.
///
/// Where the sources of the target include what the config's `output` names, nothing is generated: the build
/// checks that they are up to date, and fails where they are not.
@main
struct TypewrightPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let module = target.sourceModule else { return [] }
        let sources = module.sourceFiles.map(\.url)
        guard let config = BuildPlan.config(in: sources, folder: target.directoryURL) else {
            Diagnostics.error("the target '\(target.name)' uses TypewrightPlugin, but there is no \(BuildPlan.configName) in \(target.directoryURL.path)")
            return []
        }
        let plan = BuildPlan(config: config, sources: sources, workFolder: context.pluginWorkDirectoryURL)
        return [plan.command(tool: try context.tool(named: "typewright-generate").url)]
    }
}

#if canImport(XcodeProjectPlugin)
import XcodeProjectPlugin

extension TypewrightPlugin: XcodeBuildToolPlugin {
    func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
        let sources = target.inputFiles.map(\.url)
        guard let config = BuildPlan.config(in: sources, folder: nil) else {
            Diagnostics.error("the target '\(target.displayName)' uses TypewrightPlugin, but \(BuildPlan.configName) is not among its files")
            return []
        }
        let plan = BuildPlan(config: config, sources: sources, workFolder: context.pluginWorkDirectoryURL)
        return [plan.command(tool: try context.tool(named: "typewright-generate").url)]
    }
}
#endif
