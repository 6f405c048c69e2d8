import TypewrightSpec
import TypewrightValidation

/// What a mock works with. One request at a time.
final class MockCore {
    private let spec: Spec
    private let router: Router
    private let options: MockOptions
    private let view: SchemaView
    private let samples: Samples
    private let validator: Validator
    private let credentials: CredentialCheck
    private let chaos: Chaos
    private var rate: RateCounter?
    private var state: StateKeeper?
    /// Counts the requests that reached an operation.
    private var number = 0

    init(_ spec: Spec, _ router: Router, _ options: MockOptions) {
        self.spec = spec
        self.router = router
        self.options = options
        view = SchemaView(spec)
        samples = Samples(spec)
        var validation = ValidationOptions()
        validation.direction = .request
        validation.formats = options.assertsFormats ? .asserted : .annotated
        validator = Validator(spec, options: validation)
        credentials = CredentialCheck(spec.api)
        chaos = Chaos(probability: options.chaos, seed: options.seed)
        rate = options.rateLimit.map(RateCounter.init)
        if options.isStateful {
            let resources = ResourceMap(spec.api, view: view, rules: options.resources)
            state = StateKeeper(view: view, samples: samples, resources: resources, seed: options.seed)
        }
    }

    func reset() {
        state?.reset()
        rate = options.rateLimit.map(RateCounter.init)
        number = 0
    }

    /// A request on its way to an answer.
    private struct Visit {
        let request: ServerRequest
        let preferences: Preferences
        var operation: OpenAPI.Operation?
        var findings: [Finding] = []
        var notes: [String] = []
        var reason: String?
    }

    func answer(to request: ServerRequest) -> (ServerAnswer, Exchange) {
        var visit = Visit(request: request, preferences: Preferences(request.headers))
        visit.notes = visit.preferences.notes
        let answer: ServerAnswer
        do throws(Stop) {
            answer = try self.answer(&visit)
        } catch {
            switch error {
            case .problem(let problem):
                answer = problem.answer(to: request)
                if problem.findings.isEmpty { visit.reason = problem.detail }
            case .answer(let other): answer = other
            }
        }
        let exchange = Exchange(
            request: request, status: answer.status, duration: .zero, operation: visit.operation.map(MockCore.name), findings: visit.findings,
            notes: visit.notes, reason: visit.reason, fault: answer.fault)
        return (answer, exchange)
    }

    private static func name(of operation: OpenAPI.Operation) -> String { operation.operationID ?? operation.method + " " + operation.path }

    /// Why a request goes no further.
    private enum Stop: Error {
        case problem(Problem)
        case answer(ServerAnswer)
    }

    /// The way of a request: which operation, who asks, how much, in which form, what is sent; and then the answer.
    private func answer(_ visit: inout Visit) throws(Stop) -> ServerAnswer {
        let match = try operation(&visit)
        try admit(visit.request, match.operation)
        let trouble = try limit(visit.request)
        let choice = try form(visit, match.operation)
        let parameters = ParameterCheck(view: view, validator: validator, request: visit.request, match: match).run()
        visit.findings += parameters.findings
        visit.notes += parameters.notes
        let body = try self.body(&visit, match.operation)
        if !visit.findings.isEmpty { throw .problem(.violating(visit.findings)) }
        if match.operation.isDeprecated { visit.notes.append("the operation is deprecated") }
        let call = StateKeeper.Call(request: visit.request, match: match, query: parameters.query, body: body)
        var answer = made(call, choice, &visit, parameters.path)
        spoil(&answer, visit.preferences, trouble)
        return answer
    }

    // MARK: - Which operation

    private func operation(_ visit: inout Visit) throws(Stop) -> Router.Match {
        let request = visit.request
        switch router.route(request.method, request.path, query: request.query) {
        case .found(let match):
            visit.operation = match.operation
            return match
        case .wrongMethod(let allowed, let template):
            let list = allowed.joined(separator: ", ")
            if request.method == "OPTIONS" { throw .answer(ServerAnswer(status: 204, headers: [(name: "Allow", value: list)])) }
            throw .problem(Problem(
                status: 405, detail: "\(template) has no \(request.method), but \(list)", headers: [(name: "Allow", value: list)]))
        case .unknown(let suggestion):
            if request.method == "OPTIONS", request.path == "*" { throw .answer(ServerAnswer(status: 204)) }
            let guess = suggestion.map { "; did you mean \($0)?" } ?? ""
            throw .problem(Problem(
                status: 404, detail: "The document has no path \(request.path)\(guess)",
                members: suggestion.map { [.init("suggestion", .string($0))] } ?? []))
        }
    }

    // MARK: - Who asks, and how often

    private func admit(_ request: ServerRequest, _ operation: OpenAPI.Operation) throws(Stop) {
        guard let refusal = credentials.refusal(of: request, for: operation.security) else { return }
        throw .problem(Problem(
            status: 401, detail: "No credentials: \(refusal.detail)", headers: refusal.challenges.map { (name: "WWW-Authenticate", value: $0) }))
    }

    private func limit(_ request: ServerRequest) throws(Stop) -> Chaos.Trouble? {
        number += 1
        if let wait = rate?.refusal(at: request.receivedAt), let limit = rate?.limit {
            throw .problem(Problem(
                status: 429, detail: "More than \(limit.description)",
                headers: [(name: "Retry-After", value: String(wait))]))
        }
        let trouble = chaos.trouble(of: number)
        if case .status(let status)? = trouble {
            let wait = status == 500 ? [] : [(name: "Retry-After", value: "1")]
            throw .problem(Problem(status: status, detail: "\(Reason.phrase(of: status)), by chance (--chaos)", headers: wait))
        }
        return trouble
    }

    // MARK: - What is sent, and what is wanted

    private func form(_ visit: Visit, _ operation: OpenAPI.Operation) throws(Stop) -> ResponseChoice {
        do throws(ResponseChoice.NotAcceptable) {
            return try ResponseChoice(operation, visit.preferences, Accepted(visit.request.headers))
        } catch {
            let offered = error.offered
            throw .problem(Problem(
                status: 406, detail: "The answer comes as \(offered.joined(separator: ", ")), not as \(visit.request.headers.values(of: "Accept").joined(separator: ", "))",
                members: [.init("offered", .array(offered.map { .string($0) }))]))
        }
    }

    private func body(_ visit: inout Visit, _ operation: OpenAPI.Operation) throws(Stop) -> JSON? {
        switch BodyCheck(view: view, validator: validator, request: visit.request, operation: operation).run() {
        case .read(let json, let findings, let notes):
            visit.findings += findings
            visit.notes += notes
            return json
        case .encoded(let encoding):
            throw .problem(Problem(
                status: 415, detail: "Content-Encoding \(encoding) is not read here; the body should come as it is",
                headers: [(name: "Accept-Encoding", value: "identity")]))
        case .unsupported(let detail, let accepted):
            let list = accepted.joined(separator: ", ")
            let name = operation.method == "PATCH" ? "Accept-Patch" : "Accept-Post"
            throw .problem(Problem(
                status: 415, detail: detail + (accepted.isEmpty ? "" : "; it should be \(list)"), headers: accepted.isEmpty ? [] : [(name: name, value: list)]))
        case .unreadable(let detail):
            throw .problem(Problem(status: 400, detail: detail))
        }
    }

    // MARK: - The answer

    private func made(_ call: StateKeeper.Call, _ choice: ResponseChoice, _ visit: inout Visit, _ path: [String: JSON]) -> ServerAnswer {
        let preferences = visit.preferences
        let isVaried = preferences.isDynamic ?? options.isDynamic
        let maker = AnswerMaker(
            view: view, samples: samples, choice: choice, preferences: preferences, seed: seed(call.request, isVaried), isVaried: isVaried,
            path: path, interval: options.streamInterval)
        if (200..<300).contains(choice.status), preferences.example == nil, preferences.code == nil, var keeper = state {
            state = nil
            defer { state = keeper }
            switch keeper.answer(call, maker) {
            case .answer(let answer): return answer
            case .problem(let problem):
                visit.reason = problem.detail
                return problem.answer(to: call.request)
            case .elsewhere: break
            }
        }
        var (answer, example) = maker.answer()
        if let wanted = preferences.example, example != wanted { visit.notes.append("Prefer: example=\(wanted) is no example of this answer") }
        let applied = (preferences.code.map { ["code=\($0)"] } ?? []) + (example.map { ["example=\(headerText($0))"] } ?? [])
        if !applied.isEmpty { answer.headers.append((name: "Preference-Applied", value: applied.joined(separator: ", "))) }
        return answer
    }

    private func headerText(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F }))
    }

    /// The same for the same request, unless answers are to vary.
    private func seed(_ request: ServerRequest, _ isVaried: Bool) -> UInt64 {
        var seed = Seed(options.seed)
        seed.mix(request.method.utf8)
        seed.mix(request.target.utf8)
        seed.mix(request.body)
        if isVaried { seed.mix(String(number).utf8) }
        return seed.value
    }

    private func spoil(_ answer: inout ServerAnswer, _ preferences: Preferences, _ trouble: Chaos.Trouble?) {
        answer.fault = preferences.fault
        answer.delay = preferences.delay.map { .milliseconds($0) }
        switch trouble {
        case .fault(let fault)?: answer.fault = answer.fault ?? fault
        case .delay(let delay)?: answer.delay = (answer.delay ?? .zero) + delay
        case .status, nil: break
        }
    }
}
