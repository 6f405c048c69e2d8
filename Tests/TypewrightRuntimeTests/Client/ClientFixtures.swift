import TypewrightRuntime

/// A service with one security scheme of each kind.
let testService = Service(
    name: "Test", environmentPrefix: "TEST", server: "https://{region}.example.com/v1/", serverVariables: ["region": "eu"],
    schemes: [
        "bearer": .bearer, "basic": .basic, "header": .header("X-Api-Key"), "query": .query("api_key"),
        "cookie": .cookie("session"), "digest": .http("Digest"),
    ],
    security: [["bearer"]]
)

func testClient(
    _ transport: any Transport, credentials: [String: Credential] = ["bearer": .token("s3cr3t-t0ken")], baseURL: String? = nil,
    _ change: (inout ClientConfiguration) -> Void = { _ in }
) -> APIClient {
    var configuration = ClientConfiguration()
    configuration.environment = { _ in nil }
    change(&configuration)
    return APIClient(testService, credentials: credentials, baseURL: baseURL, configuration: configuration, transport: transport)
}

/// The request that goes out for a description.
func sent(
    _ request: APIRequest, _ options: RequestOptions = .none, credentials: [String: Credential] = [:]
) async throws -> RecordedRequest? {
    let transport = InMemoryTransport(.json("{}"))
    try await testClient(transport, credentials: credentials).send(request, options)
    return await transport.requests.first
}

/// A clock on which every pause ends at once, and which knows how long each was.
final class InstantClock: Clock, @unchecked Sendable {
    struct Instant: InstantProtocol {
        var offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
    }

    let pauses = Pauses()
    // Never moves: a pause is measured from here.
    let now = Instant(offset: .zero)
    let minimumResolution = Duration.nanoseconds(1)

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        await pauses.note(deadline.offset)
    }

    actor Pauses {
        private(set) var all: [Duration] = []
        func note(_ pause: Duration) { all.append(pause) }
    }
}
