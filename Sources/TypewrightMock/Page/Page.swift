import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// A request that somebody puts together on the page.
package struct TriedRequest: Sendable {
    /// Where its operation stands in the document.
    package var operation: String
    /// Those that have a value: the text is JSON.
    package var parameters: [Parameter]
    /// `nil` where there is none. Of what is no JSON the text, as a string.
    package var body: (mediaType: String, value: Node)?

    package struct Parameter: Sendable {
        /// `path`, `query`, `header`, `cookie` or `querystring`.
        package var place: String
        package var name: String
        package var value: Node
    }
}

/// The page for people, and what it asks for: everything below `/__typewright`, and `/` where the document leaves it.
package struct Page: Sendable {
    /// Writes a request as a call of the generated client; `nil` where there is no such call.
    package typealias SwiftWriter = @Sendable (TriedRequest) -> String?

    private let document: Locked<PageDocument>
    private let log: RequestLog
    private let ownsRoot: Bool
    private let writeSwift: SwiftWriter?

    /// `ownsRoot`: whether `/` is the page's, because the document has no `GET /` of its own.
    package init(spec: Spec, log: RequestLog, ownsRoot: Bool, writeSwift: SwiftWriter? = nil) {
        document = Locked(PageDocument(spec))
        self.log = log
        self.ownsRoot = ownsRoot
        self.writeSwift = writeSwift
    }

    /// `nil` where the request is none of the page's.
    package func answer(to request: ServerRequest) -> ServerAnswer? {
        if request.path == "/" && !ownsRoot { return nil }
        guard request.path == "/" || CrossOrigin.isOwn(request.path) else { return nil }
        var answer: ServerAnswer?
        switch request.method {
        case "GET", "HEAD": answer = get(request)
        case "POST" where request.path == CrossOrigin.ownPath + "/swift": answer = swift(request.body)
        default: break
        }
        answer?.isForEveryOrigin = false
        return answer
    }

    private func get(_ request: ServerRequest) -> ServerAnswer? {
        if request.path == "/" { return page() }
        switch request.path.utf8.dropFirst(CrossOrigin.ownPath.utf8.count) {
        case let rest where rest.isEmpty || rest.elementsEqual("/".utf8): return page()
        case let rest where rest.elementsEqual("/page.css".utf8): return Page.asset("text/css; charset=utf-8", PageAssets.style)
        case let rest where rest.elementsEqual("/page.js".utf8): return Page.asset("text/javascript; charset=utf-8", PageAssets.script)
        case let rest where rest.elementsEqual("/document.json".utf8): return Page.json(document.use { $0.list(writesSwift: writeSwift != nil) })
        case let rest where rest.elementsEqual("/requests.json".utf8): return Page.json(PageJSON.array(log.entries.map(\.json)))
        case let rest where rest.elementsEqual("/events".utf8): return events(request)
        case let rest:
            let prefix = "/operations/", suffix = ".json"
            let name = String(Substring(rest))
            guard name.hasPrefix(prefix), name.hasSuffix(suffix), let index = Int(name.dropFirst(prefix.count).dropLast(suffix.count))
            else { return nil }
            return document.use { $0.operation(index) }.map(Page.json)
        }
    }

    /// What is embedded alone may run, and may talk to nobody but this server: the document is a stranger's.
    private func page() -> ServerAnswer {
        var answer = Page.asset("text/html; charset=utf-8", PageAssets.markup)
        answer.headers.append((
            name: "Content-Security-Policy",
            value: "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'"
        ))
        return answer
    }

    private static func asset(_ type: String, _ text: String) -> ServerAnswer {
        var answer = ServerAnswer(status: 200, type: type, text)
        answer.headers += [
            (name: "Cache-Control", value: "no-cache"), (name: "X-Content-Type-Options", value: "nosniff"),
            (name: "Referrer-Policy", value: "no-referrer"),
        ]
        return answer
    }

    private static func json(_ text: String) -> ServerAnswer { asset("application/json", text) }

    /// The last requests, and then each as it is answered. Whoever comes back says which it saw last.
    private func events(_ request: ServerRequest) -> ServerAnswer {
        let feed = log.follow(after: request.headers["Last-Event-ID"].flatMap { Int($0) } ?? 0)
        return ServerAnswer(
            status: 200, headers: [("Content-Type", "text/event-stream"), ("Cache-Control", "no-cache")], body: .feed(feed))
    }

    private func swift(_ body: [UInt8]) -> ServerAnswer {
        let file = SourceMap().add(path: "trial.json", text: body)
        guard let writeSwift, let node = readJSON(file, limits: ReaderLimits(), into: DiagnosticSink()),
            let index = node["operation"]?.number.flatMap({ Int($0.text) }), let location = document.use({ $0.location(of: index) })
        else { return ServerAnswer(Refusal(status: 400, detail: "this is no request of an operation")) }
        let parameters = node["parameters"]?.elements.compactMap { entry -> TriedRequest.Parameter? in
            guard let place = entry["in"]?.string, let name = entry["name"]?.string, let value = entry["value"] else { return nil }
            return TriedRequest.Parameter(place: place, name: name, value: value)
        }
        var trial = TriedRequest(operation: location, parameters: parameters ?? [])
        if let value = node["body"], let type = node["type"]?.string { trial.body = (type, value) }
        return Page.json(PageJSON.object([("swift", writeSwift(trial).map(PageJSON.string))]))
    }
}
