import Foundation

/// The compiler on its own, against the modules that this test run was built with.
enum Compiler {
    /// The flags under which a target's generated code has to compile too.
    static let flags = [
        "-swift-version", "6", "-warnings-as-errors", "-default-isolation", "MainActor",
        "-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature", "ExistentialAny",
        "-enable-upcoming-feature", "MemberImportVisibility",
    ]

    /// What the compiler has to say; empty when it is content.
    static func typecheck(_ files: [String], module: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["swiftc", "-typecheck", "-module-name", module, "-I", modules.path] + flags + files
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self)
        return process.terminationStatus == 0 ? text : text + "exit \(process.terminationStatus)"
    }

    /// Beside the test bundle: `.build/debug/Modules`.
    private static var modules: URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 {
            let candidate = folder.appendingPathComponent("Modules")
            if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
            folder = folder.deletingLastPathComponent()
        }
        return folder
    }
}
