import Foundation
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

/// The official JSON Schema suite, as it lies on disk.
struct JSONSchemaSuite {
    struct Draft: Sendable {
        let folder: String
        let draft: Dialect.Draft
        let required: Int
        let optional: Int
    }

    static let drafts: [Draft] = [
        Draft(folder: "draft4", draft: .draft4, required: 618, optional: 319),
        Draft(folder: "draft6", draft: .draft6, required: 839, optional: 431),
        Draft(folder: "draft7", draft: .draft7, required: 927, optional: 794),
        Draft(folder: "draft2019-09", draft: .draft2019, required: 1259, optional: 915),
        Draft(folder: "draft2020-12", draft: .draft2020, required: 1299, optional: 926),
    ]

    static let tests = "suites/json-schema/tests"

    static let isAsked = ProcessInfo.processInfo.environment["TYPEWRIGHT_SUITES"] != nil

    /// One schema and what is asked of it.
    struct Group: Sendable {
        let draft: Draft
        /// Below the draft's folder: `optional/format/date.json`.
        let file: String
        let name: String
        let schema: String
        let cases: [Case]

        var isOptional: Bool { file.hasPrefix("optional/") }

        /// The optional parts are those that take formats for assertions.
        var asked: SuiteSchema { SuiteSchema(text: schema, draft: draft.draft, assertsFormats: isOptional) }
    }

    struct Case: Sendable {
        let name: String
        /// On one line.
        let json: String
        let isValid: Bool
    }

    /// All groups of all drafts, in a fixed order.
    static let groups: [Group] = {
        var groups: [Group] = []
        for draft in drafts {
            for file in SharedData.files("\(tests)/\(draft.folder)").sorted() {
                groups += JSONSchemaSuite.groups(of: file, draft)
            }
        }
        return groups
    }()

    private static func groups(of file: String, _ draft: Draft) -> [Group] {
        guard let text = SharedData.text("\(tests)/\(draft.folder)/\(file)") else { return [] }
        let source = SourceMap().add(path: file, text: text)
        guard let root = readDocument(source, limits: ReaderLimits(), into: DiagnosticSink()) else { return [] }
        func json(_ node: Node?) -> String {
            guard let node else { return "null" }
            // Line ends are white space: within strings JSON writes them as escapes.
            let bytes = text[Int(node.range.start)..<Int(node.range.end)].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
            return String(decoding: bytes, as: UTF8.self)
        }
        return root.elements.map { group in
            let tests = group["tests"].map { Array($0.elements) } ?? []
            let cases = tests.map {
                Case(name: $0["description"]?.string ?? "", json: json($0["data"]), isValid: $0["valid"]?.boolean ?? false)
            }
            return Group(draft: draft, file: file, name: group["description"]?.string ?? "", schema: json(group["schema"]), cases: cases)
        }
    }

    /// The suite's remote documents, under the addresses where its schemas look for them.
    static let remotes: [String: LoadOptions.URLSource] = {
        var urls: [String: LoadOptions.URLSource] = [:]
        let folder = "suites/json-schema/remotes"
        for path in SharedData.files(folder) {
            guard let text = SharedData.text(folder + "/" + path) else { continue }
            urls["http://localhost:1234/" + path] = .text(text)
        }
        return urls
    }()
}

