import Testing
import TypewrightReader
import TypewrightSource
@testable import TypewrightMock

@Suite struct PageTests {
    private func page(ownsRoot: Bool = true, log: RequestLog = RequestLog(), writeSwift: Page.SwiftWriter? = nil) throws -> Page {
        Page(spec: try #require(PageDocuments.spec()), log: log, ownsRoot: ownsRoot, writeSwift: writeSwift)
    }

    private func get(_ page: Page, _ path: String) -> ServerAnswer? { page.answer(to: ServerRequest(method: "GET", target: path)) }

    private func text(_ answer: ServerAnswer?) -> String {
        guard case .bytes(let bytes) = answer?.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func json(_ text: String) -> Node? {
        readJSON(SourceMap().add(path: "answer.json", text: Array(text.utf8)), limits: ReaderLimits(), into: DiagnosticSink())
    }

    @Test func isWhereTheDocumentLeavesRoom() throws {
        let page = try page()
        for path in ["/", "/__typewright", "/__typewright/"] { #expect(text(get(page, path)).contains("<!doctype html>"), "\(path)") }
        #expect(get(page, "/pets") == nil)
        #expect(get(page, "/__typewright/webhooks") == nil)
        #expect(get(page, "/__typewright/operations/3.json") == nil)
        #expect(get(page, "/__typewright/operations/-1.json") == nil)
        let beside = try self.page(ownsRoot: false)
        #expect(get(beside, "/") == nil)
        #expect(get(beside, "/__typewright") != nil)
    }

    /// Everything comes from the program itself, and nothing else may run.
    @Test func needsNothingFromOutside() throws {
        let answer = try #require(get(page(), "/"))
        let policy = try #require(answer.headers.first { $0.name == "Content-Security-Policy" }?.value)
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe") && !policy.contains("http"))
        #expect(!answer.isForEveryOrigin)
        for asset in [PageAssets.markup, PageAssets.style, PageAssets.script] {
            #expect(!asset.contains("src=\"http") && !asset.contains("href=\"http") && !asset.contains("@import"))
        }
        #expect(!PageAssets.style.contains("url("))
        // Text of a document never becomes markup.
        for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write(", "eval(", "new Function"] {
            #expect(!PageAssets.script.contains(word), "\(word)")
        }
    }

    @Test func tellsTheOperationsAndTheirSchemas() throws {
        let page = try page()
        let document = try #require(json(text(get(page, "/__typewright/document.json"))))
        #expect(document["title"]?.string == "Pets <script>hacked=1</script>")
        #expect(document["operations"]?.elements.map { $0["operationId"]?.string } == ["listPets", "addPet", "events"])
        #expect(document["writesSwift"] == nil)
        let operation = try #require(json(text(get(page, "/__typewright/operations/1.json"))))
        let content = try #require(operation["body"]?["content"]?.elements.first)
        #expect(content["example"]?["name"]?.string == "Tom")
        // The table holds all that a schema speaks of, itself included.
        let table = try #require(operation["schemas"])
        var seen = 0
        for entry in table.members {
            for property in entry.value["properties"]?.elements.map({ $0 }) ?? [] {
                seen += 1
                #expect(table[property["schema"]?.number?.text ?? ""] != nil)
            }
        }
        #expect(seen == 3)
    }

    @Test func writesSwiftWhereItCan() throws {
        let page = try page { trial in trial.operation + " " + trial.parameters.map { $0.name + "=" + PageJSON.value($0.value) }.joined() }
        func post(_ body: String) -> ServerAnswer? {
            page.answer(to: ServerRequest(method: "POST", target: "/__typewright/swift", body: Array(body.utf8)))
        }
        let answer = json(text(post(#"{"operation": 0, "parameters": [{"in": "query", "name": "limit", "value": 3}]}"#)))
        #expect(answer?["swift"]?.string == "#/paths/~1pets/get limit=3")
        for wrong in ["", "{", "[]", #"{"operation": 9}"#, #"{"operation": "0"}"#] { #expect(post(wrong)?.status == 400, "\(wrong)") }
    }

    @Test func theLogKeepsTheLastAndFeedsWhoFollows() throws {
        let log = RequestLog(capacity: 3)
        func add(_ number: Int) {
            log.add(RequestLog.Entry(
                number: number, time: Moment(seconds: 0), method: "GET", target: "/a?\"\n\u{2028}", status: 422, duration: .microseconds(1234 * number),
                violations: [RequestLog.Violation(pointer: "/body", keyword: "type", message: "no\r\n\r\nevent: evil")]))
        }
        for number in 1...5 { add(number) }
        #expect(log.entries.map(\.number) == [3, 4, 5])
        let late = log.follow(after: 4), new = log.follow(after: 0), fromBefore = log.follow(after: 900)
        add(6)
        func numbers(_ feed: Feed) -> [String] {
            let text = String(decoding: feed.take().pieces.joined(), as: UTF8.self)
            return text.split(separator: "\n").filter { $0.hasPrefix("id: ") }.map { String($0.dropFirst(4)) }
        }
        #expect(numbers(late) == ["5", "6"])
        #expect(numbers(new) == ["3", "4", "5", "6"])
        #expect(numbers(fromBefore) == ["3", "4", "5", "6"])
        // What somebody sent stays within its line of the stream.
        add(7)
        let event = String(decoding: new.take().pieces.joined(), as: UTF8.self)
        #expect(event.split(separator: "\n", omittingEmptySubsequences: false).map { $0.prefix(5) } == ["id: 7", "event", "data:", "", ""])
        let entry = try #require(json(log.entries[2].json))
        #expect(entry["target"]?.string == "/a?\"\n\u{2028}")
        #expect(entry["milliseconds"]?.number?.text == "8.63")
        // Who has gone is forgotten.
        late.close()
        add(8)
        #expect(numbers(late) == ["7"])
    }
}
