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
