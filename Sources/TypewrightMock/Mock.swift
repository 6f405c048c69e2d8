import TypewrightSpec
import TypewrightValidation

/// The other side of a document: takes requests, holds them against it, and answers as it says.
package final class Mock: Sendable {
    private let core: Locked<MockCore>
    private let log: RequestLog
    private let report: @Sendable (Exchange) -> Void
    private let webhooks: Webhooks
    /// Whether the document has a `GET /` of its own.
    package let ownsRoot: Bool
    private let page: Page

    /// The document is indexed here, once. `report` is told of every request; `writeSwift` serves the page.
    package init(
        _ spec: Spec, options: MockOptions = MockOptions(), log: RequestLog = RequestLog(),
        report: @escaping @Sendable (Exchange) -> Void = { _ in }, writeSwift: Page.SwiftWriter? = nil
    ) {
        let router = Router(spec.api)
        ownsRoot = router.ownsRoot
        self.log = log
        self.report = report
        page = Page(spec: spec, log: log, ownsRoot: !router.ownsRoot, writeSwift: writeSwift)
        webhooks = Webhooks(spec, seed: options.seed)
        core = Locked(MockCore(spec, router, options))
    }

    package func answer(to request: ServerRequest) -> ServerAnswer {
        if let answer = page.answer(to: request) { return answer }
        if let answer = ownAnswer(to: request) { return answer }
        let start = ContinuousClock.now
        var (answer, exchange) = core.use { $0.answer(to: request) }
        exchange.duration = start.duration(to: .now) + (answer.delay ?? .zero)
        exchange.fault = answer.fault
        log.add(exchange.entry)
        report(exchange)
        if request.method == "HEAD" { answer.body = headBody(answer.body) }
        return answer
    }

    /// A stream has no length; everything else says how long it would be.
    private func headBody(_ body: ServerAnswer.Body) -> ServerAnswer.Body {
        if case .pieces = body { return .none }
        return body
    }

    // MARK: - What is not the document's

    private static let room = "/__typewright"

    private func ownAnswer(to request: ServerRequest) -> ServerAnswer? {
        guard request.path == Mock.room || request.path.hasPrefix(Mock.room + "/") else { return nil }
        let names = PathTemplate.split(request.path.dropFirst(Mock.room.count)).map { Percent.decoded($0) }
        var answer: ServerAnswer
        switch (request.method, names.first ?? "", names.count) {
        case ("GET", "webhooks", 1): answer = webhooks.list()
        case ("POST", "webhooks", 2): answer = webhooks.send(names[1], request)
        case ("POST", "reset", 1):
            core.use { $0.reset() }
            answer = ServerAnswer(status: 204)
        default:
            answer = Problem(
                status: 404, detail: "There is nothing at \(request.method) \(request.path)",
                members: [.init("help", "GET /__typewright/webhooks, POST /__typewright/webhooks/NAME and POST /__typewright/reset are here")]
            ).answer(to: request)
        }
        // Only what runs beside the mock may drive it, not any page in a browser.
        answer.isForEveryOrigin = false
        return answer
    }
}
