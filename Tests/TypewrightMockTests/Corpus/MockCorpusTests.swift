import Foundation
import Testing
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightValidation
@testable import TypewrightMock

/// Every operation of real documents is asked once, with a request made to be right: it must be answered as the
/// document says. `Tests/Mock/run` asks the large ones too, and holds what came of it against `Tests/Mock/summary.txt`.
@Suite struct MockCorpusTests {
    private static let small = ["oai-petstore-expanded.yaml", "oai-uspto.yaml", "oai-link-example.yaml", "readme-petstore31.json"]
    private static let isWanted = ProcessInfo.processInfo.environment["TYPEWRIGHT_MOCK_CORPUS"] == "1"
    private static let summary = Mocking.repository.appendingPathComponent("Tests/Mock/summary.txt")

    @Test(.enabled(if: SharedData.has("corpus"), "skipped: there is no corpus beside the checkout")) func smallDocuments() throws {
        for name in Self.small {
            let tally = try Self.tally(name)
            #expect(tally.operations > 0)
            #expect(tally.failures == [], "\(name)")
        }
    }

    @Test(.enabled(if: isWanted && SharedData.has("corpus"), "a long job of its own: Tests/Mock/run")) func everyOperationAnswers() throws {
        var text = ""
        var sum = Tally()
        for name in try Self.documents() {
            let tally = try Self.tally(name)
            sum.add(tally)
            text += "\(name): \(tally.operations) operations, \(tally.answered) answered, \(tally.valid) valid\n"
            for failure in tally.failures { text += "  \(failure)\n" }
            print("\(name): \(tally.operations) operations, \(tally.failures.count) failures, \(tally.microseconds / max(1, tally.operations)) µs each")
        }
        text += "all: \(sum.operations) operations, \(sum.answered) answered, \(sum.valid) valid\n"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: Self.summary)
            Issue.record("rewritten: \(Self.summary.path)")
        } else {
            let expected = try String(contentsOf: Self.summary, encoding: .utf8)
            #expect(text == expected)
        }
    }

    private struct Tally {
        var operations = 0
        var answered = 0
        var valid = 0
        var failures: [String] = []
        /// All answers together.
        var microseconds = 0

        mutating func add(_ other: Tally) {
            operations += other.operations
            answered += other.answered
            valid += other.valid
        }
    }

    /// Every document of the corpus: whatever is added to it is asked too.
    private static func documents() throws -> [String] {
        let folder = SharedData.place(of: "corpus")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") || $0.hasSuffix(".yaml") }
        return names.sorted() + ["digitalocean/DigitalOcean-public.v2.yaml"]
    }

    private static func tally(_ name: String) throws -> Tally {
        let path = URL(fileURLWithPath: name)
        let folder = SharedData.place(of: "corpus").appendingPathComponent(path.pathComponents.count > 1 ? path.deletingLastPathComponent().relativePath : "")
        let spec = try #require(loadSpec(path.lastPathComponent, files: FolderFiles(folder: folder), sources: SourceMap(), sink: DiagnosticSink()))
        let mock = Mock(spec)
        let maker = RequestMaker(spec)
        var options = ValidationOptions()
        options.direction = .response
        let validator = Validator(spec, options: options)
        var tally = Tally()
        for operation in spec.operations {
            tally.operations += 1
            let title = "\(operation.method) \(operation.path)"
            guard let request = maker.request(operation) else {
                tally.failures.append("\(title): no request can be made")
                continue
            }
            let start = ContinuousClock.now
            let reply = Reply(answer: mock.answer(to: request))
            tally.microseconds += Int(start.duration(to: .now) / .microseconds(1))
            let wanted = ResponseChoice.usual(operation).0
            guard reply.status == wanted else {
                tally.failures.append("\(title): \(reply.status) \(reply.json["message"]?.string.map { String($0.prefix(160)) } ?? "")")
                continue
            }
            tally.answered += 1
            guard let violation = violation(reply, operation, validator) else {
                tally.valid += 1
                continue
            }
            tally.failures.append("\(title): \(violation)")
        }
        return tally
    }

    /// What is wrong with an answer in JSON that is made up; an example of the document is the document's own affair.
    private static func violation(_ reply: Reply, _ operation: OpenAPI.Operation, _ validator: Validator) -> String? {
        guard let type = reply[header: "Content-Type"].flatMap({ MediaName($0) }), type.isJSON else { return nil }
        guard let node = JSON.node(of: reply.bytes) else { return "the answer is no JSON" }
        let media = ResponseChoice.usual(operation).1?.content.first { MediaName($0.name)?.essence == type.essence || $0.essence == "*/*" }
        guard let media, let schema = media.schema else { return nil }
        if media.examples.contains(where: { $0.value.map { JSON($0) } == JSON(node) }) { return nil }
        return validator.validate(node, against: schema).first.map { String($0.description.prefix(160)) }
    }
}
