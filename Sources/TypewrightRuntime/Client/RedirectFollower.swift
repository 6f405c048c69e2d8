/// Follows redirects on behalf of transports that do not.
///
/// Credentials go to no other origin, and nothing goes from `https` to `http`.
struct RedirectFollower: Sendable {
    let transport: any Transport
    let limit: Int

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        var request = request
        for _ in 0...max(0, limit) {
            let response = try await transport.send(request)
            guard let next = RedirectFollower.next(after: response, to: request) else { return response }
            request = next
        }
        throw TransportError.connection("more than \(limit) redirects")
    }

    /// The request that the answer asks for; `nil` if the answer is to be taken as it is.
    static func next(after response: TransportResponse, to request: TransportRequest) -> TransportRequest? {
        guard [301, 302, 303, 307, 308].contains(response.status), let location = response.headers["location"],
            let from = URLText(request.url), let target = from.resolve(location),
            target.scheme == from.scheme || target.scheme == "https"
        else { return nil }
        var next = request
        next.url = target.text
        let becomesGet = response.status == 303 ? request.method != "HEAD" : response.status <= 302 && request.method == "POST"
        if becomesGet {
            next.method = "GET"
            next.body = .none
            for name in ["Content-Type", "Content-Length", "Content-Encoding"] { next.headers[name] = nil }
        } else if !request.body.isReplayable {
            return nil
        }
        if target.origin != from.origin {
            for name in request.secretHeaders + ["Authorization", "Cookie", "Proxy-Authorization"] { next.headers[name] = nil }
        }
        return next
    }
}
