import Foundation
import Testing
import TypewrightTestSupport

/// A folder under `Cases`: files, a `script.txt` of shell lines that are run among them, and the whole
/// `transcript.txt` of what they said. Its name is a sentence.
struct TranscriptCase: Sendable, CustomTestStringConvertible {
    let name: String

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")

    static let all: [TranscriptCase] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map(TranscriptCase.init)
    }()

    var testDescription: String { name }

    private var folder: URL { Self.root.appendingPathComponent(name) }

    var expected: String {
        (try? String(contentsOf: folder.appendingPathComponent("transcript.txt"), encoding: .utf8)) ?? ""
    }

    func update(_ transcript: String) throws {
        try Data(transcript.utf8).write(to: folder.appendingPathComponent("transcript.txt"))
    }

    /// Standard output as it is, standard error behind `!`, the exit code where it is not 0.
    func run() throws -> String {
        let scratch = try Scratch()
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file != "transcript.txt" && file != "script.txt" {
            try FileManager.default.copyItem(at: folder.appendingPathComponent(file), to: scratch.url.appendingPathComponent(file))
        }
        let script = try String(contentsOf: folder.appendingPathComponent("script.txt"), encoding: .utf8)
        var transcript = ""
        for line in script.split(separator: "\n") {
            let result = try Tool.run(String(line), in: scratch.url)
            transcript += "$ \(line)\n" + lined(result.output)
            for error in result.errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast() { transcript += "! \(error)\n" }
            if result.status != 0 { transcript += "exit \(result.status)\n" }
        }
        // Time is the one thing that differs from run to run.
        return transcript.replacing(/[0-9]+ ms/, with: "N ms")
    }

    private func lined(_ text: String) -> String {
        text.isEmpty || text.hasSuffix("\n") ? text : text + "(no line end)\n"
    }
}

/// What people see, to the letter. `UPDATE_GOLDEN=1 swift test --filter TypewrightDriverTests` rewrites the
/// transcripts, and fails.
@Suite(.aside) struct TranscriptTests {
    @Test func thereAreCases() {
        #expect(TranscriptCase.all.count >= 30)
    }

    @Test(arguments: TranscriptCase.all)
    func saysWhatIsCommitted(_ transcript: TranscriptCase) throws {
        let text = try transcript.run()
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try transcript.update(text)
            Issue.record("rewritten: \(transcript.name)")
        } else {
            #expect(text == transcript.expected)
        }
    }
}
