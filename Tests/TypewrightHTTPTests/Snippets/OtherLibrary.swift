/// Stands for an HTTP library that somebody uses already.
struct OtherLibrary: Sendable {
    enum Failure: Error { case tooSlow, unreachable }

    struct Answer: Sendable {
        var status: Int
        var headers: [(String, String)]
        var chunks: AsyncThrowingStream<[UInt8], any Error>
    }

    func execute<Body: AsyncSequence & Sendable>(
        method: String, url: String, headers: [(String, String)], body: Body?
    ) async throws -> Answer where Body.Element == [UInt8] {
        if url.hasSuffix("/slow") { throw Failure.tooSlow }
        var sent: [UInt8] = []
        if let body { for try await chunk in body { sent.append(contentsOf: chunk) } }
        let echo = Array("{\"method\":\"\(method)\",\"bytes\":\(sent.count),\"headers\":\(headers.count)}".utf8)
        return Answer(status: 200, headers: [("Content-Type", "application/json")], chunks: AsyncThrowingStream { continuation in
            for byte in echo { continuation.yield([byte]) }
            continuation.finish()
        })
    }
}
