import Testing
@testable import TypewrightMock

@Suite struct RoutingTests {
    private static func path(_ template: String, _ name: String) -> String {
        let parameters = PathTemplate(template).segments.flatMap(\.pieces).compactMap { piece -> String? in
            if case .parameter(let name) = piece { "{name: \(name), in: path, required: true, schema: {type: string}}" } else { nil }
        }
        return "  '\(template)': {parameters: [\(parameters.joined(separator: ", "))], get: {operationId: \(name), responses: {'200': {description: \(name), content: {text/plain: {example: \(name)}}}}}}\n"
    }

    private let mock = try! Mocking.mock(
        path("/pets", "list") + path("/pets/{id}", "one") + path("/pets/mine", "mine") + path("/pets/{id}.json", "file")
            + path("/reports/{year}-{month}", "report") + path("/a/{x}/c", "ax") + path("/a/b/{y}", "by") + path("/caf\u{E9}/{x}", "cafe")
            + path("/search?kind=exact", "exact") + path("/search", "search"),
        "servers: [{url: 'https://api.example.com/v1/'}, {url: '/{region}/api', variables: {region: {default: eu, enum: [eu, us]}}}]")

    @Test(arguments: [
        ("/pets", "list"), ("/pets/7", "one"), ("/pets/mine", "mine"), ("/pets/7.json", "file"), ("/reports/2024-05", "report"),
        ("/v1/pets", "list"), ("/v1/pets/7", "one"), ("/eu/api/pets/7", "one"), ("/us/api/pets", "list"), ("/pets/a%2Fb", "one"),
        ("/a/b/c", "by"), ("/a/z/c", "ax"), ("/caf%C3%A9/1", "cafe"), ("/pets?x=1", "list"), ("/search?kind=exact", "exact"), ("/search?kind=all", "search"),
        ("http://localhost:4010/v1/pets", "list"),
    ])
    func finds(_ path: String, _ operation: String) {
        let reply = mock.send("GET", path)
        #expect(reply.status == 200)
        #expect(reply.text == operation)
    }

    @Test(arguments: ["/pet", "/pets/", "/pets/7/x", "/v2/pets", "/v1", "/asia/api/pets", "/pets//", "//pets", "/reports/2024"])
    func refusesOthers(_ path: String) {
        let reply = mock.send("GET", path)
        #expect(reply.status == 404)
        #expect(reply[header: "Content-Type"] == "application/problem+json")
        #expect(reply.json["message"]?.string?.hasPrefix("The document has no path \(path)") == true)
    }

    @Test(arguments: [
        ("/pet", "/pets"), ("/pets/", "/pets"), ("/v1/pet/7", "/v1/pets/{id}"),
    ])
    func guesses(_ path: String, _ template: String) {
        #expect(mock.send("GET", path).json["suggestion"] == .string(template))
    }

    @Test func namesTheMethods() {
        let reply = mock.send("DELETE", "/v1/pets/7")
        #expect(reply.status == 405)
        #expect(reply[header: "Allow"] == "GET, HEAD, OPTIONS")
        #expect(mock.send("OPTIONS", "/pets")[header: "Allow"] == "GET, HEAD, OPTIONS")
        #expect(mock.send("get", "/pets").status == 405)
    }

    @Test func aHeadIsAGet() {
        #expect(mock.send("HEAD", "/pets").status == 200)
    }
}
