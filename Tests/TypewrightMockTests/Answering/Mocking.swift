import Foundation
import Testing
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightValidation
@testable import TypewrightMock

/// Mocks of documents that a test writes down, asked without a network.
enum Mocking {
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func spec(_ text: String) throws -> Spec {
        let sink = DiagnosticSink()
        let spec = loadSpec("api.yaml", files: TestFiles(files: ["api.yaml": text]), sources: SourceMap(), sink: sink)
        return try #require(spec, "\(sink.diagnostics.map(\.message))")
    }

    /// A document from its paths and what else it has, in YAML.
    static func mock(_ paths: String, _ rest: String = "", options: MockOptions = MockOptions()) throws -> Mock {
        Mock(try spec("openapi: 3.1.0\ninfo: {title: Test, version: '1'}\n\(rest)\npaths:\n\(paths)"), options: options)
    }

    static func revox() throws -> Spec {
        let sink = DiagnosticSink()
        let files = FolderFiles(folder: repository.appendingPathComponent("spec"))
        return try #require(loadSpec("revox.json", files: files, sources: SourceMap(), sink: sink))
    }

    static func revox(isStateful: Bool = false, seed: UInt64 = 0) throws -> Mock {
        var options = MockOptions()
        options.isStateful = isStateful
        options.seed = seed
        return Mock(try revox(), options: options)
    }
}

/// What came back, in words that tests compare.
struct Reply {
    let answer: ServerAnswer

    var status: Int { answer.status }
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var json: JSON { JSON(text: bytes) ?? .null }

    var bytes: [UInt8] {
        switch answer.body {
        case .bytes(let bytes): bytes
        case .pieces(let pieces, _): pieces.flatMap { $0 }
        case .none, .feed: []
        }
    }

    subscript(header name: String) -> String? { HeaderFields(answer.headers)[name] }

    /// Where the violations are, and which rules they break.
    var violations: [String] {
        (json["errors"]?.elements ?? []).map { error in
            let name = error["name"]?.string.map { " " + $0 } ?? ""
            return (error["in"]?.string ?? "") + name + " " + (error["pointer"]?.string ?? "") + " " + (error["keyword"]?.string ?? "")
        }
    }
}

extension Mock {
    func send(_ method: String, _ target: String, _ headers: [(String, String)] = [], body: String? = nil) -> Reply {
        var fields = headers.map { (name: $0.0, value: $0.1) }
        if body != nil, !fields.contains(where: { $0.name.lowercased() == "content-type" }) { fields.append((name: "Content-Type", value: "application/json")) }
        return Reply(answer: answer(to: ServerRequest(
            method: method, target: target, headers: HeaderFields(fields), body: Array((body ?? "").utf8), receivedAt: Moment(seconds: 1_700_000_000))))
    }

    /// The same with a token.
    func call(_ method: String, _ target: String, _ headers: [(String, String)] = [], body: String? = nil) -> Reply {
        send(method, target, headers + [("Authorization", "Bearer key")], body: body)
    }
}
