import Testing
@testable import TypewrightMock

/// Every style of every location, right and wrong.
@Suite struct ParameterTests {
    private static let paths = """
          /simple/{n}: {get: {parameters: [{name: n, in: path, required: true, schema: {type: array, items: {type: integer}}}], responses: &r {'204': {description: ok}}}}
          /object/{o}: {get: {parameters: [{name: o, in: path, required: true, schema: &o {type: object, required: [R], properties: {R: {type: integer}, G: {type: integer}}, additionalProperties: false}}], responses: *r}}
          /exploded/{o}: {get: {parameters: [{name: o, in: path, required: true, explode: true, schema: *o}], responses: *r}}
          /label/{n}: {get: {parameters: [{name: n, in: path, required: true, style: label, schema: {type: array, items: {type: integer}}}], responses: *r}}
          /labels/{o}: {get: {parameters: [{name: o, in: path, required: true, style: label, explode: true, schema: *o}], responses: *r}}
          /matrix/{n}: {get: {parameters: [{name: n, in: path, required: true, style: matrix, schema: {type: array, items: {type: integer}}}], responses: *r}}
          /matrices/{n}: {get: {parameters: [{name: n, in: path, required: true, style: matrix, explode: true, schema: {type: array, items: {type: integer}}}], responses: *r}}
          /members/{o}: {get: {parameters: [{name: o, in: path, required: true, style: matrix, explode: true, schema: *o}], responses: *r}}
          /content/{j}: {get: {parameters: [{name: j, in: path, required: true, content: {application/json: {schema: *o}}}], responses: *r}}
          /query:
            get:
              responses: *r
              parameters:
                - {name: limit, in: query, schema: {type: integer, minimum: 1}}
                - {name: flag, in: query, allowEmptyValue: true, schema: {type: boolean}}
                - {name: tags, in: query, schema: {type: array, maxItems: 2, items: {type: string, minLength: 1}}}
                - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
                - {name: space, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: integer}}}
                - {name: pipe, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: integer}}}
                - {name: deep, in: query, style: deepObject, explode: true, schema: {type: object, properties: {a: {type: integer}, b: {type: object, properties: {c: {type: boolean}}}, d: {type: array, items: {type: integer}}}}}
                - {name: filter, in: query, explode: false, schema: *o}
                - {name: either, in: query, schema: {anyOf: [{type: integer}, {type: string, enum: [all]}]}}
                - {name: json, in: query, content: {application/json: {schema: *o}}}
                - {name: 'br[]', in: query, schema: {type: array, items: {type: integer}}}
          /spread: {get: {parameters: [{name: color, in: query, schema: *o}, {name: other, in: query, schema: {type: string}}], responses: *r}}
          /needed: {get: {parameters: [{name: q, in: query, required: true, schema: {type: string}}, {name: X-N, in: header, required: true, schema: {type: integer}}, {name: c, in: cookie, required: true, schema: {type: integer}}], responses: *r}}
          /headers: {get: {parameters: [{name: X-List, in: header, schema: {type: array, items: {type: integer}}}, {name: X-Map, in: header, explode: true, schema: *o}], responses: *r}}
          /cookies: {get: {parameters: [{name: n, in: cookie, schema: {type: integer}}, {name: l, in: cookie, explode: false, schema: {type: array, items: {type: integer}}}], responses: *r}}
        """

    private let mock = try! Mocking.mock(paths)

    @Test(arguments: [
        "/simple/1,2,3", "/simple/1", "/object/R,100,G,200", "/exploded/R=100,G=200", "/label/.1.2", "/label/.1,2", "/labels/.R=100.G=200",
        "/matrix/;n=1,2", "/matrices/;n=1;n=2", "/members/;R=1;G=2", "/content/%7B%22R%22:1%7D",
        "/query", "/query?limit=3", "/query?flag", "/query?flag=", "/query?flag=true", "/query?tags=a&tags=b", "/query?tags=a", "/query?ids=1,2", "/query?ids=7",
        "/query?space=1%202", "/query?space=1+2", "/query?pipe=1%7C2", "/query?pipe=1|2", "/query?deep[a]=1&deep[b][c]=true&deep[d][]=1&deep[d][]=2",
        "/query?deep%5Ba%5D=1", "/query?filter=R,1,G,2", "/query?either=7", "/query?either=all", "/query?json=%7B%22R%22%3A1%7D", "/query?br[]=1&br%5B%5D=2",
        "/spread?R=1&G=2", "/spread?other=x", "/spread?R=1&other=x", "/query?unknown=1",
    ])
    func takes(_ target: String) {
        let reply = mock.send("GET", target)
        #expect(reply.status == 204, "\(reply.text)")
    }

    @Test(arguments: [
        ("/simple/1,x", "path n /1 type"), ("/object/G,1", "path o  required"), ("/exploded/R=x", "path o /R type"), ("/label/1.2", "path n  style"),
        ("/matrix/n=1", "path n  style"), ("/matrices/;n=1;n=x", "path n /1 type"), ("/content/%7B", "path j  style"),
        ("/query?limit=0", "query limit  minimum"), ("/query?limit=many", "query limit  type"), ("/query?limit=", "query limit  type"),
        ("/query?limit=1&limit=2", "query limit  type"), ("/query?flag=yes", "query flag  type"),
        ("/query?tags=a&tags=b&tags=c", "query tags  maxItems"), ("/query?tags=", "query tags /0 minLength"), ("/query?ids=1,b", "query ids /1 type"),
        ("/query?space=1%20b", "query space /1 type"), ("/query?pipe=a%7C2", "query pipe /0 type"), ("/query?deep[a]=x", "query deep /a type"),
        ("/query?deep[b][c]=1", "query deep /b/c type"), ("/query?filter=R,1,B,2", "query filter /B additionalProperties"),
        ("/query?either=none", "query either  anyOf"), ("/query?json=%7B%7D", "query json  required"), ("/spread?G=2", "query color  required"),
    ])
    func complains(_ target: String, _ violation: String) {
        let reply = mock.send("GET", target)
        #expect(reply.status == 422)
        #expect(reply.violations == [violation])
    }

    @Test func missesWhatIsRequired() {
        #expect(mock.send("GET", "/needed").violations == ["query q  required", "header X-N  required", "cookie c  required"])
        #expect(mock.send("GET", "/needed?q=", [("x-n", "1"), ("Cookie", "a=b; c=3")]).status == 204)
        #expect(mock.send("GET", "/needed?q=1", [("X-N", "one"), ("Cookie", "c=x")]).violations == ["header X-N  type", "cookie c  type"])
    }

    @Test func readsHeadersAndCookies() {
        #expect(mock.send("GET", "/headers", [("X-List", "1, 2,3"), ("x-map", "R=1,G=2")]).status == 204)
        #expect(mock.send("GET", "/headers", [("X-List", "1"), ("X-List", "2")]).status == 204)
        #expect(mock.send("GET", "/headers", [("X-List", "1, two")]).violations == ["header X-List /1 type"])
        #expect(mock.send("GET", "/cookies", [("Cookie", "n=1; l=1,2")]).status == 204)
        #expect(mock.send("GET", "/cookies", [("Cookie", "n=1"), ("Cookie", "l=x")]).violations == ["cookie l /0 type"])
    }

    /// What nobody declared is told in the log, and does no harm.
    @Test func bearsWhatIsNotDeclared() throws {
        let notes = Locked<[String]>([])
        let mock = Mock(try Mocking.spec("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n\(Self.paths)")) { exchange in notes.use { $0 += exchange.notes } }
        #expect(mock.send("GET", "/query?limit=1&colour=red").status == 204)
        #expect(notes.use { $0 } == ["query parameter colour is not declared"])
    }
}
