/// What becomes of the body of a successful answer.
enum Delivery: Sendable {
    case collect
    case stream
    case file(String)
}

extension APIClient {
    func run(
        _ request: APIRequest, _ options: RequestOptions, _ delivery: Delivery, accept: String
    ) async throws(APIError) -> Answer {
        let options = self.options.merged(with: options)
        guard let observer else { return try await core.run(request, options, delivery, accept) }
        let answer = try await core.run(request, options, observer.wish.delivery ?? delivery, accept)
        await observer.note(answer)
        // The generated method would go on and decode the body, which is not its own here.
        if observer.wish.delivery != nil { throw APIError.cancelled(answer.context) }
        return answer
    }
}

extension CallObserver.Wish {
    /// Instead of what the call itself would want.
    fileprivate var delivery: Delivery? {
        switch self {
        case .decoded: nil
        case .raw: .stream
        case .file(let path): .file(path)
        }
    }
}

extension ClientCore {
    /// One call: checked, put together, and tried as often as the policy allows.
    func run(
        _ request: APIRequest, _ options: RequestOptions, _ delivery: Delivery, _ accept: String
    ) async throws(APIError) -> Answer {
        let request = request.parts
        try check(request, options)
        var prepared = try assemble(request, options, accept)
        prepared.timeout = options.timeout ?? timeout(prepared.body, delivery)
        let maxRetries = prepared.body.isReplayable ? max(0, options.maxRetries ?? configuration.retries.maxRetries) : 0
        var context = CallContext(operation: prepared.operation)
        while true {
            let failure: APIError
            do {
                return try await attempt(prepared, request, context, delivery)
            } catch {
                failure = error
            }
            guard context.retries < maxRetries, let pause = pause(after: failure, retries: context.retries) else { throw failure }
            do {
                try await configuration.clock.sleep(for: pause)
            } catch {
                throw APIError.cancelled(context)
            }
            context.retries += 1
        }
    }

    private func timeout(_ body: RequestBody, _ delivery: Delivery) -> Duration? {
        if case .file = delivery { return configuration.fileTimeout }
        return body.isTransfer ? configuration.fileTimeout : configuration.timeout
    }

    private func attempt(
        _ prepared: TransportRequest, _ request: APIRequest.Parts, _ context: CallContext, _ delivery: Delivery
    ) async throws(APIError) -> Answer {
        var signed = prepared
        do {
            try await sign(&signed, request.security)
            signed.attempt = context.retries
            if context.retries > 0 { signed.headers["X-Retry-Count"] = String(context.retries) }
            if case .file(let path) = delivery { signed.destination = path }
            if case .collect = delivery { signed.maximumResponseBytes = configuration.maximumResponseBytes }
            if transportKeepsTime, case .collect = delivery, !signed.body.isTransfer {
                signed.deadline = signed.timeout.map { SteadyTime.now + $0 }
                return try await receive(send(signed), signed, request, context, delivery)
            }
            let ready = signed
            return try await withTimeout(signed.timeout, configuration.clock) { [self] in
                let response = try await send(ready)
                return try await receive(response, ready, request, context, delivery)
            }
        } catch {
            throw APIError(error, signed, context)
        }
    }

    private func receive(
        _ response: TransportResponse, _ sent: TransportRequest, _ request: APIRequest.Parts, _ context: CallContext, _ delivery: Delivery
    ) async throws -> Answer {
        guard 200..<300 ~= response.status else {
            throw APIError(try await failure(response, sent, request, context))
        }
        var answer = Answer(status: response.status, received: response.received, body: response.body, context: context, url: sent.url)
        switch delivery {
        case .collect:
            answer.body = .bytes(try await response.body.collect(limit: configuration.maximumResponseBytes))
        case .stream:
            let stream = try answer.stream()
            answer.body = .stream(ByteStream(source: GuardedSource(stream, sent, context, configuration)))
        case .file(let path):
            try await response.body.save(to: path)
            answer.body = .file(path)
        }
        return answer
    }

    private func failure(
        _ response: TransportResponse, _ sent: TransportRequest, _ request: APIRequest.Parts, _ context: CallContext
    ) async throws -> StatusFailure {
        let body = try await response.body.collectPrefix(limit: min(configuration.maximumResponseBytes, 1 << 20))
        let documented = request.errorBodies?.type(for: response.status).flatMap { try? $0.init(json: body) as any JSONCodable }
        return StatusFailure(
            status: response.status, headers: response.headers, body: body, documentedBody: documented, context: context,
            excerpt: excerpt(of: body, without: sent.secrets)
        )
    }

    private func check(_ request: APIRequest.Parts, _ options: RequestOptions) throws(APIError) {
        var violations = request.pending.violations
        if (options.validation ?? configuration.validation).checksRequests {
            var validation = ValidationOptions()
            validation.direction = .request
            for pending in request.pending.checks {
                do {
                    try pending.rules.validate(pending.json, validation)
                } catch {
                    violations.append(contentsOf: error.violations.map { $0.below(pending.prefix) })
                }
            }
        }
        if !violations.isEmpty {
            throw APIError.invalidRequest(ValidationError(violations: violations), CallContext(operation: request.operation))
        }
    }
}

extension Violation {
    /// The same, in a larger whole.
    fileprivate func below(_ prefix: String) -> Violation {
        Violation(
            pointer: prefix + pointer, keyword: keyword, schemaLocation: schemaLocation, message: message, value: value, offset: offset
        )
    }
}

extension APIError {
    /// What a transport, a middleware or a credential threw.
    init(_ error: any Error, _ request: TransportRequest, _ context: CallContext) {
        switch error {
        case let error as APIError: self = error
        case is TimeLimitReached: self = .timeout(request.timeout, context)
        case is CancellationError: self = .cancelled(context)
        case TransportError.cancelled: self = .cancelled(context)
        case TransportError.timeout: self = .timeout(request.timeout, context)
        case TransportError.connection(let reason): self = .connection(request.redacted(reason), context)
        case TransportError.limit(let reason): self = .limit(reason, context)
        case TransportError.file(let reason): self = .file(reason, context)
        default: self = Task.isCancelled ? .cancelled(context) : .connection(request.redacted("\(error)"), context)
        }
    }
}
