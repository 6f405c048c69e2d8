/// Follows redirects on behalf of transports that do not.
///
/// Credentials go to no other origin, and nothing goes from `https` to `http`.
struct RedirectFollower: Sendable {
    let transport: any Transport
    let limit: Int

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        var response = try await transport.send(request)
        guard var next = request.redirected(by: response) else { return response }
        for _ in 0..<max(0, limit) {
            response = try await transport.send(next)
            guard let further = next.redirected(by: response) else { return response }
            next = further
        }
        throw TransportError.connection("more than \(limit) redirects")
    }
}

extension TransportRequest {
    /// The request that an answer asks for, without credentials if it goes elsewhere; `nil` if the answer is
    /// to be taken as it is. The client follows redirects by itself; this is for transports that have to.
    public func redirected(by response: TransportResponse) -> TransportRequest? {
        guard [301, 302, 303, 307, 308].contains(response.status), let location = response.headers["location"],
            let from = URLText(url), let target = from.resolve(location),
            target.scheme == from.scheme || target.scheme == "https"
        else { return nil }
        var next = self
        next.url = target.text
        let becomesGet = response.status == 303 ? method != "HEAD" : response.status <= 302 && method == "POST"
        if becomesGet {
            next.method = "GET"
            next.body = .none
            for name in ["Content-Type", "Content-Length", "Content-Encoding"] { next.headers[name] = nil }
        } else if !body.isReplayable {
            return nil
        }
        if target.origin != from.origin {
            for name in secretHeaders + ["Authorization", "Cookie", "Proxy-Authorization"] { next.headers[name] = nil }
        }
        return next
    }
}
