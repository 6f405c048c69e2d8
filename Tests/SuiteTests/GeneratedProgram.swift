import Foundation

/// A program of generated code: compiled once against the runtime of this build, then asked, a line for a line.
struct GeneratedProgram {
    let folder: URL

    init(in name: String) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws {
        try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }

    /// What the compiler has to say, warnings included; empty when it is content.
    func compile() throws -> String {
        let products = Self.products
        let runtime = products.appendingPathComponent("TypewrightRuntime.build")
        // Objects of files that are gone stay behind, so the sources tell which to take.
        let sourceFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sources/TypewrightRuntime")
        let names = try FileManager.default.subpathsOfDirectory(atPath: sourceFolder.path).map { ($0 as NSString).lastPathComponent }
        let objects = names.filter { $0.hasSuffix(".swift") }.sorted().map { $0 + ".o" }
        let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }.sorted()
        let (status, output) = try run("/usr/bin/env", [
            "swiftc", "-Onone", "-j2", "-swift-version", "6", "-warnings-as-errors", "-module-name", "Suite",
            "-I", products.appendingPathComponent("Modules").path,
        ] + sources.map { folder.appendingPathComponent($0).path } + objects.map { runtime.appendingPathComponent($0).path }
            + ["-o", program.path])
        return status == 0 ? output : output + "exit \(status)"
    }

    /// A line for each line.
    func ask(_ lines: [String]) throws -> [String] {
        // Tests ask at the same time.
        let input = folder.appendingPathComponent("questions-\(UUID().uuidString).txt")
        try lines.map { $0 + "\n" }.joined().write(to: input, atomically: true, encoding: .utf8)
        let (status, output) = try run(program.path, [], input: input)
        let answers = output.split(separator: "\n", omittingEmptySubsequences: true)
        guard status == 0, answers.count == lines.count else {
            throw Failure(text: "The program ended with \(status) after \(answers.count) of \(lines.count) answers.")
        }
        return answers.map(String.init)
    }

    struct Failure: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }

    // MARK: Processes

    private var program: URL { folder.appendingPathComponent("suite") }

    /// Where this test run was built: `.build/debug`.
    private static var products: URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Modules").path) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        return folder
    }

    private func run(_ path: String, _ arguments: [String], input: URL? = nil) throws -> (Int32, String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if let input { process.standardInput = try FileHandle(forReadingFrom: input) }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
