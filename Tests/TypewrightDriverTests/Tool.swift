import Foundation
import TypewrightTestSupport

/// The executable, as it was built for this test run.
enum Tool {
    static let folder: URL = {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 where !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("typewright").path) {
            folder = folder.deletingLastPathComponent()
        }
        return folder
    }()

    struct Result {
        var output: String
        var errors: String
        var status: Int32
    }

    /// Runs a line of shell in a folder; `typewright` is ours.
    static func run(_ line: String, in folder: URL) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = folder
        process.environment = ["PATH": Tool.folder.path + ":/usr/bin:/bin", "LC_ALL": "C"]
        let scratch = try Scratch()
        let output = scratch.url.appendingPathComponent("output")
        let errors = scratch.url.appendingPathComponent("errors")
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try Signals.unblocked { try process.run() }
        process.waitUntilExit()
        return Result(
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), status: process.terminationStatus)
    }
}

/// A folder for one test, gone when nobody holds it any more.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("typewright-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appendingPathComponent(path)), as: UTF8.self)
    }

    /// All files with their texts, hidden ones too.
    func files(below path: String = "") -> [String: String] {
        var files: [String: String] = [:]
        let folder = url.appendingPathComponent(path)
        for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
            if let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) { files[name] = text }
        }
        return files
    }
}

/// Documents for tests that need some document.
enum Sample {
    static func document(_ schemas: [String]) -> String {
        let members = schemas.map { #""\#($0)": {"type": "object", "properties": {"name": {"type": "string"}}}"# }
        return #"{"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "paths": {}, "components": {"schemas": {\#(members.joined(separator: ", "))}}}"#
    }
}
