import TypewrightRuntime

/// A transport over another HTTP library.
struct OtherTransport: Transport {
    let library: OtherLibrary

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        do {
            let answer = try await library.execute(
                method: request.method, url: request.url,
                headers: request.headers.map { ($0.name, $0.value) },
                body: request.body.isEmpty ? nil : request.body.chunks()
            )
            var headers = HeaderFields()
            for (name, value) in answer.headers { headers.append(name, value) }
            return TransportResponse(status: answer.status, headers: headers, body: .stream(ByteStream(answer.chunks)))
        } catch OtherLibrary.Failure.tooSlow {
            throw TransportError.timeout
        } catch let failure as OtherLibrary.Failure {
            throw TransportError.connection("\(failure)")
        }
    }
}
