import Testing
import TypewrightRuntime

/// The table 'Style Examples' of the OpenAPI specification (3.1.1 and 3.2.0, 4.8.12.3), through generated code.
@Suite struct StyleTests {
    static let list: List = ["blue", "black", "brown"]
    static let rgb = RGB(r: 100, g: 200, b: 150)

    typealias Case = CallCase<StylesResource>

    private func path(_ call: Case.Call) async throws -> String {
        let sample = Sample()
        try await call(sample.places.styles)
        let path = try await sample.request.path
        #expect(path.hasPrefix("/v1/"))
        return String(path.dropFirst(3))
    }

    @Test(arguments: [
        Case("/matrix/;color=blue") { try await $0.matrixString("blue") },
        Case("/matrix/;color") { try await $0.matrixString("") },
        Case("/matrix-array/;color=blue,black,brown") { try await $0.matrixArray(list) },
        Case("/matrix-array-exploded/;color=blue;color=black;color=brown") { try await $0.matrixArrayExploded(list) },
        Case("/matrix-object/;color=R,100,G,200,B,150") { try await $0.matrixObject(rgb) },
        Case("/matrix-object-exploded/;R=100;G=200;B=150") { try await $0.matrixObjectExploded(rgb) },
        Case("/label/.blue") { try await $0.labelString("blue") },
        Case("/label-array/.blue,black,brown") { try await $0.labelArray(list) },
        Case("/label-array-exploded/.blue.black.brown") { try await $0.labelArrayExploded(list) },
        Case("/label-object/.R,100,G,200,B,150") { try await $0.labelObject(rgb) },
        Case("/label-object-exploded/.R=100.G=200.B=150") { try await $0.labelObjectExploded(rgb) },
        Case("/simple/blue") { try await $0.simpleString("blue") },
        Case("/simple/a%2Fb%3F%23%20%25%C3%A9") { try await $0.simpleString("a/b?# %é") },
        Case("/simple-array/blue,black,brown") { try await $0.simpleArray(list) },
        Case("/simple-object/R,100,G,200,B,150") { try await $0.simpleObject(rgb) },
        Case("/simple-object-exploded/R=100,G=200,B=150") { try await $0.simpleObjectExploded(rgb) },
        Case("/path-content/%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D") { try await $0.pathContent(rgb) },
        Case("/path-reserved/a/b:c%20d") { try await $0.pathReserved("a/b:c d") },
    ])
    func ofPaths(_ one: Case) async throws {
        #expect(try await path(one.call) == one.expected)
    }

    @Test(arguments: [
        Case("") { try await $0.query() },
        Case("text=blue") { try await $0.query(text: "blue") },
        Case("text=") { try await $0.query(text: "") },
        Case("text=a%26b%3Dc%20%2B%2F%3F") { try await $0.query(text: "a&b=c +/?") },
        Case("count=-3&share=0.5&flag=false") { try await $0.query(count: -3, share: 0.5, flag: false) },
        Case("when=2025-01-02T03%3A04%3A05Z") { try await $0.query(when: "2025-01-02T03:04:05Z") },
        Case("sort=up") { try await $0.query(sort: .up) },
        Case("array=blue,black,brown") { try await $0.query(array: list) },
        Case("array=a%2Cb,c") { try await $0.query(array: ["a,b", "c"]) },
        Case("") { try await $0.query(array: [], arrayExploded: []) },
        Case("arrayExploded=blue&arrayExploded=black&arrayExploded=brown") { try await $0.query(arrayExploded: list) },
        Case("object=R,100,G,200,B,150") { try await $0.query(object: rgb) },
        Case("R=100&G=200&B=150") { try await $0.query(objectExploded: rgb) },
        Case("spaces=blue%20black%20brown") { try await $0.query(spaces: list) },
        Case("spacesObject=R%20100%20G%20200%20B%20150") { try await $0.query(spacesObject: rgb) },
        Case("pipes=blue%7Cblack%7Cbrown") { try await $0.query(pipes: list) },
        Case("pipesObject=R%7C100%7CG%7C200%7CB%7C150") { try await $0.query(pipesObject: rgb) },
        Case("deep%5BR%5D=100&deep%5BG%5D=200&deep%5BB%5D=150") { try await $0.query(deep: rgb) },
        Case("reserved=a/b?c=d%20%23") { try await $0.query(reserved: "a/b?c=d #") },
        Case("reservedArray=a/b,c:d") { try await $0.query(reservedArray: ["a/b", "c:d"]) },
        Case("json=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D") { try await $0.query(json: rgb) },
        Case("filter%5Bname%5D=x") { try await $0.query(filterName: "x") },
        Case("either=blue") { try await $0.query(either: .string("blue")) },
        Case("either=1&either=2") { try await $0.query(either: .integerArray([1, 2])) },
    ])
    func ofQueries(_ one: Case) async throws {
        #expect(try await path(one.call) == (one.expected.isEmpty ? "/form" : "/form?" + one.expected))
    }

    @Test(arguments: [
        Case("?shared=a") { try await $0.more(shared: "a") },
        Case("?spaces=a&spaces=b") { try await $0.more(spaces: ["a", "b"]) },
        Case("?pipes=a&pipes=b") { try await $0.more(pipes: ["a", "b"]) },
        Case("?plain=a%26b") { try await $0.more(plain: "a&b") },
        // What OpenAPI leaves open, as most servers read it.
        Case("?nested%5Bcolor%5D%5BR%5D=100&nested%5Bcolor%5D%5BG%5D=200&nested%5Bcolor%5D%5BB%5D=150&nested%5Blist%5D%5B0%5D=a&nested%5Blist%5D%5B1%5D=b") {
            try await $0.more(nested: StylesMoreNested(color: rgb, list: ["a", "b"]))
        },
        Case("?a=1&b=x%20y") { try await $0.more(map: ["a": "1", "b": "x y"]) },
        Case("?anything=3") { try await $0.more(anything: 3) },
        Case("?anything=a&anything=b") { try await $0.more(anything: ["a", "b"]) },
        Case("?nullable=x") { try await $0.more(nullable: "x") },
        Case("?days=2025-01-02&days=2025-01-03") { try await $0.more(days: ["2025-01-02", "2025-01-03"]) },
    ])
    func ofMoreQueries(_ one: Case) async throws {
        #expect(try await path(one.call) == "/more-styles" + one.expected)
    }

    /// What the path says of a parameter, an operation may say otherwise.
    @Test func ofAPathAndItsOperations() async throws {
        let sample = Sample()
        try await sample.places.styles.overridden(shared: 7, xShared: "h")
        #expect(try await sample.request.path == "/v1/more-styles?shared=7")
        #expect(try await sample.request.headers["X-Shared"] == "h")
        try await sample.places.styles.more(note: Self.rgb, xKinds: [.mon, .tue])
        #expect(try await sample.request.headers["Cookie"] == "note=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D")
        #expect(try await sample.request.headers["X-Kinds"] == "mon,tue")
        try await sample.places.styles.segments(id: 9_007_199_254_740_993, day: "2025-01-02", kind: .xml)
        #expect(try await sample.request.path == "/v1/segments/9007199254740993/2025-01-02.xml")
    }

    @Test(arguments: [
        Case("/querystring-form?text=a%20b&tags=x&tags=y&near=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D") {
            try await $0.querystringForm(all: Search(text: "a b", tags: ["x", "y"], near: rgb))
        },
        Case("/querystring-json?%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D") { try await $0.querystringJSON(all: rgb) },
        Case("/querystring-text?a%20b") { try await $0.querystringText(all: "a b") },
    ])
    func ofWholeQueryStrings(_ one: Case) async throws {
        #expect(try await path(one.call) == one.expected)
    }

    @Test(arguments: [
        Case("X-Text", "a b,c/é") { try await $0.headers(xText: "a b,c/é") },
        Case("X-Count", "3") { try await $0.headers(xCount: 3) },
        Case("X-Array", "blue,black,brown") { try await $0.headers(xArray: list) },
        Case("X-Object", "R,100,G,200,B,150") { try await $0.headers(xObject: rgb) },
        Case("X-Object-Exploded", "R=100,G=200,B=150") { try await $0.headers(xObjectExploded: rgb) },
        Case("X-JSON", #"{"R":100,"G":200,"B":150}"#) { try await $0.headers(xJSON: rgb) },
    ])
    func ofHeaders(_ one: Case) async throws {
        let sample = Sample()
        try await one.call(sample.places.styles)
        #expect(try await sample.request.headers[one.name] == one.expected)
    }

    @Test(arguments: [
        Case("text=a%3Bb") { try await $0.cookies(text: "a;b") },
        Case("array=blue,black,brown") { try await $0.cookies(array: list) },
        Case("arrayExploded=blue; arrayExploded=black; arrayExploded=brown") { try await $0.cookies(arrayExploded: list) },
        Case("object=R,100,G,200,B,150") { try await $0.cookies(object: rgb) },
        Case("plain=a/b%20") { try await $0.cookies(plain: "a/b%20") },
        Case("plainArray=blue; plainArray=black; plainArray=brown") { try await $0.cookies(plainArray: list) },
        Case("text=a; plain=b") { try await $0.cookies(text: "a", plain: "b") },
    ])
    func ofCookies(_ one: Case) async throws {
        let sample = Sample()
        try await one.call(sample.places.styles)
        #expect(try await sample.request.headers["Cookie"] == one.expected)
    }

    /// What would change the path or the head of the request is not sent.
    @Test(arguments: [
        Case("simple") { try await $0.simpleString("") }, Case("dots") { try await $0.simpleString("..") },
        Case("array") { try await $0.simpleArray([]) }, Case("label") { try await $0.labelString("") },
        Case("header") { try await $0.headers(xText: "a\r\nb") }, Case("cookie") { try await $0.cookies(plain: "a; b") },
    ])
    func whatCannotBeWrittenIsRefused(_ one: Case) async throws {
        let sample = Sample()
        let error = await #expect(throws: APIError.self) { try await one.call(sample.places.styles) }
        #expect(error?.validation != nil)
        #expect(await sample.transport.requests.isEmpty)
    }
}
