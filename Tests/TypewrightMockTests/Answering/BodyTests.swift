import Testing
@testable import TypewrightMock

@Suite struct BodyTests {
    private static let paths = """
          /json:
            post: {requestBody: {required: true, content: {application/json: {schema: &s {type: object, required: [name], properties: {name: {type: string}, age: {type: integer}, tags: {type: array, items: {type: string}}, id: {type: string, readOnly: true}}}}, application/vnd.api+json: {schema: *s}}}, responses: &r {'204': {description: ok}}}
            put: {requestBody: {content: {application/json: {schema: *s}}}, responses: *r}
            delete: {responses: *r}
          /form:
            post: {requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer}, tags: {type: array, items: {type: integer}}, address: {type: object, properties: {zip: {type: integer}}}, csv: {type: array, items: {type: integer}}, items: {type: array, items: {type: object, properties: {price: {type: integer}}}}, meta: {type: object, properties: {a: {type: integer}}}}}, encoding: {address: {style: deepObject, explode: true}, csv: {style: form, explode: false}, meta: {contentType: application/json}}}}}, responses: *r}
          /parts:
            post: {requestBody: {content: {multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, format: binary}, age: {type: integer}, meta: *s, list: {type: array, items: {type: string}}}}, encoding: {file: {contentType: 'image/png, image/jpeg'}}}}}, responses: *r}
          /text: {post: {requestBody: {required: true, content: {text/plain: {schema: {type: string, maxLength: 3}}}}, responses: *r}}
          /bytes: {post: {requestBody: {required: true, content: {application/octet-stream: {}, 'image/*': {}}}, responses: *r}}
        """

    private let mock = try! Mocking.mock(paths)

    private func post(_ path: String, _ type: String?, _ body: String, method: String = "POST") -> Reply {
        Reply(answer: mock.answer(to: ServerRequest(
            method: method, target: path, headers: HeaderFields(type.map { [(name: "Content-Type", value: $0)] } ?? []), body: Array(body.utf8))))
    }

    @Test(arguments: ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON;charset=UTF-8", "application/vnd.api+json"])
    func readsJSON(_ type: String) {
        #expect(post("/json", type, #"{"name":"Ada","age":3}"#).status == 204)
        let reply = post("/json", type, #"{"age":"3","tags":["a",1]}"#)
        #expect(reply.status == 422)
        #expect(Set(reply.violations) == ["body  required", "body /age type", "body /tags/1 type"])
        #expect(reply.json["status"] == 422)
        #expect(reply.json["title"] == "Unprocessable Content")
        #expect(reply.json["message"] == reply.json["detail"])
        #expect(reply.json["instance"] == "/json")
    }

    @Test func whatIsNoJSONIsABadRequest() {
        let reply = post("/json", "application/json", "{\"name\": }")
        #expect(reply.status == 400)
        #expect(reply.json["message"]?.string?.contains("line 1, column 10") == true)
    }

    @Test func bodiesThatAreMissingOrTooMuch() {
        #expect(post("/json", "application/json", "").violations == ["body  required"])
        #expect(post("/json", nil, "").violations == ["body  required"])
        #expect(post("/json", "application/json", "", method: "PUT").status == 204)
        #expect(post("/json", "application/json", "", method: "DELETE").status == 204)
        #expect(post("/json", "application/json", "{}", method: "DELETE").status == 204)
        #expect(post("/text", "text/plain", "").status == 204)
    }

    @Test(arguments: [("/json", "text/plain"), ("/json", nil), ("/json", "application/xml"), ("/json", "nonsense"), ("/form", "application/json"), ("/bytes", "audio/ogg")])
    func refusesOtherTypes(_ path: String, _ type: String?) {
        let reply = post(path, type, "{}")
        #expect(reply.status == 415)
        #expect(reply[header: "Accept-Post"] != nil)
    }

    @Test(arguments: ["application/octet-stream", "image/png"])
    func takesBytes(_ type: String) { #expect(post("/bytes", type, "\u{1}\u{2}").status == 204) }

    @Test func readsText() {
        #expect(post("/text", "text/plain; charset=utf-8", "abc").status == 204)
        #expect(post("/text", "text/plain", "abcd").violations == ["body  maxLength"])
    }

    @Test(arguments: [
        ("name=Ada+L&age=3", []), ("name=7", []), ("age=x", ["body  required", "body /age type"]), ("name=a&tags=1&tags=2", []), ("name=a&tags[]=1&tags[]=2", []),
        ("name=a&tags[0]=1&tags[1]=x", ["body /tags/1 type"]), ("name=a&address[zip]=5", []), ("name=a&address%5Bzip%5D=x", ["body /address/zip type"]),
        ("name=a&csv=1,2", []), ("name=a&csv=1,b", ["body /csv/1 type"]), ("name=a&items[0][price]=3&items[1][price]=x", ["body /items/1/price type"]),
        ("name=a&meta=%7B%22a%22%3A1%7D", []), ("name=a&meta=%7B%22a%22%3A%22x%22%7D", ["body /meta/a type"]),
    ] as [(String, [String])])
    func readsForms(_ body: String, _ violations: [String]) {
        let reply = post("/form", "application/x-www-form-urlencoded", body)
        #expect(Set(reply.violations) == Set(violations))
        #expect(reply.status == (violations.isEmpty ? 204 : 422))
    }

    private func multipart(_ parts: [(head: String, body: String)]) -> Reply {
        let text = parts.map { "--XX\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n\($0.body)\r\n" }.joined() + "--XX--\r\n"
        return post("/parts", "multipart/form-data; boundary=\"XX\"", text)
    }

    @Test func readsParts() {
        let file = (head: "name=\"file\"; filename=\"a;b.png\"\r\nContent-Type: image/png", body: "\u{1}\r\n--X\n")
        #expect(multipart([file, (head: "name=age", body: "3")]).status == 204)
        #expect(multipart([(head: "name=age", body: "x")]).violations.sorted() == ["body  required", "body /age type"])
        #expect(multipart([file, (head: "name=\"meta\"\r\nContent-Type: application/json", body: #"{"age":1}"#)]).violations == ["body /meta required"])
        #expect(multipart([file, (head: "name=\"list\"", body: "a"), (head: "name=\"list\"", body: "b")]).status == 204)
        #expect(multipart([(head: "name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain", body: "x")]).violations == ["body /file contentType"])
        #expect(post("/parts", "multipart/form-data; boundary=YY", "--XX\r\n").status == 400)
        #expect(post("/parts", "multipart/form-data", "--\r\n").status == 400)
    }
}
