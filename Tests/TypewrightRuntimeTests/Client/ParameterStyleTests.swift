import Testing
import TypewrightRuntime

/// The table 'Style Examples' of the OpenAPI specification, 3.0.4 and 3.1.1.
@Suite struct ParameterStyleTests {
    struct Row: Sendable {
        var style: ParameterStyle
        var empty: String?
        var string: String?
        var array: String?
        var object: String?
    }

    static let inPaths: [Row] = [
        Row(style: .matrix(), empty: ";color", string: ";color=blue", array: ";color=blue,black,brown", object: ";color=R,100,G,200,B,150"),
        Row(
            style: .matrix(explode: true), empty: ";color", string: ";color=blue",
            array: ";color=blue;color=black;color=brown", object: ";R=100;G=200;B=150"
        ),
        Row(style: .label(), empty: ".", string: ".blue", array: ".blue,black,brown", object: ".R,100,G,200,B,150"),
        Row(style: .label(explode: true), empty: ".", string: ".blue", array: ".blue.black.brown", object: ".R=100.G=200.B=150"),
        Row(style: .simple(), empty: nil, string: "blue", array: "blue,black,brown", object: "R,100,G,200,B,150"),
        Row(style: .simple(explode: true), empty: nil, string: "blue", array: "blue,black,brown", object: "R=100,G=200,B=150"),
    ]

    static let inQueries: [Row] = [
        Row(style: .form(explode: false), empty: "color=", string: "color=blue", array: "color=blue,black,brown", object: "color=R,100,G,200,B,150"),
        Row(style: .form(), empty: "color=", string: "color=blue", array: "color=blue&color=black&color=brown", object: "R=100&G=200&B=150"),
        Row(style: .spaceDelimited(), array: "color=blue%20black%20brown", object: "color=R%20100%20G%20200%20B%20150"),
        Row(style: .pipeDelimited(), array: "color=blue%7Cblack%7Cbrown", object: "color=R%7C100%7CG%7C200%7CB%7C150"),
        Row(style: .deepObject(), object: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ]

    static let array = ["blue", "black", "brown"]
    static let object: JSONValue = ["R": 100, "G": 200, "B": 150]

    @Test(arguments: inPaths) func paths(row: Row) async throws {
        func path<Value: JSONCodable>(_ value: Value) async throws -> String? {
            var request = APIRequest("GET", "/x/{color}")
            request.path("color", value, row.style)
            return try await sent(request).map { String($0.path.dropFirst("/v1/x/".count)) }
        }
        #expect(try await path("blue") == row.string)
        #expect(try await path(Self.array) == row.array)
        #expect(try await path(Self.object) == row.object)
        // A label of nothing is a segment of one dot, which every URL library takes away.
        if let empty = row.empty, empty != "." {
            #expect(try await path("") == empty)
        } else {
            await #expect(throws: APIError.self) { try await path("") }
        }
    }

    @Test(arguments: inQueries) func queries(row: Row) async throws {
        func query<Value: JSONCodable>(_ value: Value) async throws -> String? {
            var request = APIRequest("GET", "/x")
            request.query("color", value, row.style)
            return try await sent(request).map { String($0.path.dropFirst("/v1/x?".count)) }
        }
        if let empty = row.empty { #expect(try await query("") == empty) }
        if let string = row.string { #expect(try await query("blue") == string) }
        if let array = row.array { #expect(try await query(Self.array) == array) }
        if let object = row.object { #expect(try await query(Self.object) == object) }
    }

    @Test func headersAndCookies() async throws {
        var request = APIRequest("GET", "/x")
        request.header("X-Simple", Self.array)
        request.header("X-Object", Self.object, .simple(explode: true))
        request.header("X-Text", "a b/c")
        request.cookie("color", "blue;1")
        request.cookie("list", Self.array, .form(explode: false))
        let headers = try #require(try await sent(request)?.headers)
        #expect(headers["x-simple"] == "blue,black,brown")
        #expect(headers["x-object"] == "R=100,G=200,B=150")
        #expect(headers["x-text"] == "a b/c")
        #expect(headers["cookie"] == "color=blue%3B1; list=blue,black,brown")
    }

    @Test func everyByteThatIsNotUnreservedIsEncoded() async throws {
        let all = String(String.UnicodeScalarView((0x20...0x7E).compactMap(Unicode.Scalar.init))) + "é"
        var request = APIRequest("GET", "/x/{id}")
        request.path("id", all)
        request.query("reserved", ":/?#[]@!$&'()*+,;= %41%", .form(allowReserved: true))
        let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        let encoded = all.utf8.map { byte -> String in
            if unreserved.contains(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
        #expect(try await sent(request)?.path == "/v1/x/\(encoded.joined())?reserved=:/?%23[]@!$&'()*+,;=%20%41%25")
    }

    @Test(arguments: ["", ".", ".."]) func whatWouldLeadElsewhereIsRefused(id: String) async {
        var request = APIRequest("GET", "/x/{id}")
        request.path("id", id)
        let transport = InMemoryTransport(.json("{}"))
        await #expect {
            try await testClient(transport).send(request)
        } throws: { error in
            guard case .invalidRequest = error as? APIError else { return false }
            return "\(error)".hasPrefix("GET /x/{id}: not sent: ")
        }
        #expect(await transport.requests.isEmpty)
    }

    @Test func aHeaderCannotBeSplit() async {
        var request = APIRequest("GET", "/x")
        request.header("X-Name", "a\r\nX-Other: b")
        await #expect(throws: APIError.self) { try await sent(request) }
        await #expect(throws: APIError.self) {
            try await sent(APIRequest("GET", "/x"), RequestOptions(headers: ["X-Name": "a\nb"]))
        }
    }

    @Test func whatIsAbsentOrNullOrNestedHasADefinedForm() async throws {
        var request = APIRequest("GET", "/x")
        request.query("absent", nil as String?)
        request.query("empty", [String]())
        request.query("null", JSONValue.null)
        request.query("nested", [["a": 1]] as JSONValue)
        request.query("filter", ["a": ["b": "c"], "d": ["e", "f"]] as JSONValue, .deepObject())
        request.query("json", Self.object, .json)
        request.query("int", 5)
        request.query("bool", true)
        #expect(
            try await sent(request)?.path == "/v1/x?nested=%7B%22a%22%3A1%7D"
                + "&filter%5Ba%5D%5Bb%5D=c&filter%5Bd%5D%5B0%5D=e&filter%5Bd%5D%5B1%5D=f"
                + "&json=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D&int=5&bool=true"
        )
    }
}
