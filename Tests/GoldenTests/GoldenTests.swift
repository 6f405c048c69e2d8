import Foundation
import Testing
import TypewrightTestSupport

/// Every case comes out as it is committed, and what is committed compiles without a warning, also under
/// the flags that bite. `UPDATE_GOLDEN=1 swift test --filter GoldenTests` rewrites the cases, and fails.
@Suite(.aside) struct GoldenTests {
    static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    @Test func thereAreCases() {
        #expect(GoldenCase.all.count >= 8)
    }

    @Test(arguments: GoldenCase.all)
    func comesOutAsCommitted(_ golden: GoldenCase) throws {
        let output = golden.generate()
        if Self.isUpdating {
            try golden.update(output)
            Issue.record("rewritten: \(golden.name)")
            return
        }
        let expected = golden.expected
        #expect(output.files.keys.sorted() == expected.files.keys.sorted())
        for (name, text) in output.files.sorted(by: { $0.key < $1.key }) {
            #expect(text == expected.files[name] ?? "", "\(golden.name)/expected/\(name)")
        }
        #expect(output.diagnostics == expected.diagnostics)
    }

    @Test(arguments: GoldenCase.all)
    func twoRunsGiveTheSame(_ golden: GoldenCase) {
        #expect(golden.generate().files == golden.generate().files)
    }

    @Test(arguments: GoldenCase.all)
    func compiles(_ golden: GoldenCase) throws {
        let files = golden.expected.files.keys.sorted().map { golden.folder.appendingPathComponent("expected/\($0)").path }
        try #require(!files.isEmpty)
        #expect(try Compiler.typecheck(files, module: "Golden") == "")
    }

    @Test(arguments: ["enumerations-stay-open", "operations-with-every-parameter-style", "recursion-is-boxed-where-it-closes", "unions-are-told-apart"])
    func conformancesCanBeLeftOut(_ name: String) throws {
        let golden = try #require(GoldenCase.all.first { $0.name == name })
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        for (name, text) in golden.generate({ $0.emission.conformances = [] }).files.sorted(by: { $0.key < $1.key }) {
            #expect(text == golden.expected.files[name]?.replacingOccurrences(of: ", Hashable, Codable {", with: " {"))
            paths.append(folder.appendingPathComponent(name).path)
            try text.write(toFile: paths[paths.count - 1], atomically: true, encoding: .utf8)
        }
        #expect(try Compiler.typecheck(paths, module: "Golden") == "")
    }

    @Test func aTypeOfTheUserStandsForNoOtherEnumeration() throws {
        let golden = try #require(GoldenCase.all.first { $0.name == "enumerations-that-recur-are-one-type" })
        #expect(golden.generate().files["AuthorList.swift"]?.contains("typealias Object = BookList.Object\n") == true)
        let files = golden.generate {
            $0.emission.typeOverrides = [.init(location: "#/components/schemas/BookList/properties/object", type: "Kind")]
        }.files
        #expect(files["BookList.swift"]?.contains("var object: Kind\n") == true)
        #expect(files["AuthorList.swift"]?.contains("enum Object: JSONStringEnum") == true)
    }

    @Test func aTypeOfTheUserStandsForNoOtherStructure() throws {
        let golden = try #require(GoldenCase.all.first { $0.name == "structs-and-unions-that-recur-are-one-type" })
        #expect(golden.generate().files["BooksGetBookResponse.swift"]?.contains("= BooksCreateBookResponse\n") == true)
        let location = "#/paths/~1books/post/responses/201/content/application~1json/schema"
        let files = golden.generate { $0.emission.typeOverrides = [.init(location: location, type: "Answer")] }.files
        #expect(files["BooksResource.swift"]?.contains(") async throws(APIError) -> Answer {\n") == true)
        #expect(files["BooksGetBookResponse.swift"]?.contains("struct BooksGetBookResponse: JSONObject") == true)
        #expect(files["BooksListCopiesResponse.swift"]?.contains("= BooksGetBookResponse\n") == true)
        let place = "#/components/schemas/Book/properties/loans/properties/paging/properties/total"
        let book = golden.generate { $0.emission.typeOverrides = [.init(location: place, type: "Count")] }.files["Book.swift"]
        #expect(book?.contains("var total: Count?\n") == true)
        #expect(book?.contains("typealias Paging = BookList.Paging\n") == false)
    }
}
