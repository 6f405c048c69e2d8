import Testing
import TypewrightSpec
@testable import TypewrightMock

@Suite struct AnswerTests {
    private static let paths = """
          /pets:
            get:
              responses:
                '404': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Failure'}, examples: {gone: {value: {code: 1}}}}}}
                '201': {description: made, headers: {X-Total: {schema: {type: integer, minimum: 3, maximum: 3}}, Location: {schema: {type: string}, example: /pets/9}, Content-Length: {schema: {type: integer}, example: 1}}, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, examples: {cat: {value: {id: 1, name: Cat}}, dog: {value: {id: 2, name: Dog}}}}, application/xml: {schema: {$ref: '#/components/schemas/Pet'}}, text/plain: {schema: {type: string, const: pet}}}}
                '5XX': {description: broken, content: {application/json: {example: {code: 5}}}}
          /pets/{petId}: {get: {parameters: [{name: petId, in: path, required: true, schema: {type: integer}}], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
          /typed: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: string}}, example: {a: mine}}}}}}}}
          /nothing: {post: {responses: {'204': {description: ok}}}}
          /any: {get: {responses: {default: {description: ok, content: {'*/*': {schema: {type: object, required: [x], properties: {x: {type: boolean}}}}}}}}}
          /image: {get: {responses: {'200': {description: ok, content: {image/png: {}}}}}}
          /events: {get: {responses: {'200': {description: ok, content: {text/event-stream: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}}}}}}
          /lines: {get: {responses: {'200': {description: ok, content: {application/jsonl: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}}}}}}
          /sequence: {get: {responses: {'200': {description: ok, content: {application/json-seq: {example: [{n: 1}, {n: 2}]}}}}}}
          /never: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {type: integer, minimum: 3, maximum: 1}}}}}}}
        """
    private static let schemas = """
        components:
          schemas:
            Pet: {type: object, required: [id, name, email], properties: {id: {type: integer, xml: {attribute: true}}, name: {type: string}, email: {type: string, format: email}, secret: {type: string, writeOnly: true}, tags: {type: array, minItems: 1, xml: {wrapped: true}, items: {type: string, xml: {name: tag}}}}}
            Failure: {type: object, required: [code], properties: {code: {type: integer}}}
        """

    private let mock = try! Mocking.mock(paths, schemas)

    @Test func givesTheFirstExampleOfTheFirstSuccess() {
        let reply = mock.send("GET", "/pets")
        #expect(reply.status == 201)
        #expect(reply.text == #"{"id":1,"name":"Cat"}"#)
        #expect(reply[header: "Content-Type"] == "application/json")
        #expect(reply[header: "X-Total"] == "3")
        #expect(reply[header: "Location"] == "/pets/9")
        #expect(reply[header: "Content-Length"] == nil)
        #expect(reply[header: "Preference-Applied"] == nil)
        #expect(mock.send("GET", "/typed").text == #"{"a":"mine"}"#)
        #expect(mock.send("POST", "/nothing").status == 204)
    }

    @Test(arguments: [
        ("example=dog", 201, #"{"id":2,"name":"Dog"}"#, "example=dog"), ("code=404", 404, #"{"code":1}"#, "code=404"), ("code=\"503\"", 503, #"{"code":5}"#, "code=503"),
        ("example=gone", 404, #"{"code":1}"#, "example=gone"), ("Code = 404 ; x=1 , example=gone", 404, #"{"code":1}"#, "code=404, example=gone"),
        ("respond-async", 201, #"{"id":1,"name":"Cat"}"#, nil), ("code=nonsense", 201, #"{"id":1,"name":"Cat"}"#, nil), ("example=none", 201, #"{"id":1,"name":"Cat"}"#, nil),
    ] as [(String, Int, String, String?)])
    func followsPreferences(_ preference: String, _ status: Int, _ text: String, _ applied: String?) {
        let reply = mock.send("GET", "/pets", [("Prefer", preference)])
        #expect(reply.status == status)
        #expect(reply.text == text)
        #expect(reply[header: "Preference-Applied"] == applied)
    }

    @Test func anyStatusCanBeAskedFor() {
        let reply = mock.send("POST", "/nothing", [("Prefer", "code=418")])
        #expect(reply.status == 418)
        #expect(reply.json["message"] == "I'm a Teapot")
    }

    @Test(arguments: [
        ("*/*", "application/json"), ("", "application/json"), ("text/*", "text/plain"), ("application/xml", "application/xml"), ("application/*", "application/json"),
        ("application/json;q=0.2, text/plain", "text/plain"), ("text/html, */*;q=0.1", "application/json"), ("application/json;q=0, */*", "application/xml"),
        ("Application/JSON", "application/json"), ("text/plain;q=0.9, application/xml;q=0.95", "application/xml"),
    ])
    func negotiates(_ accept: String, _ type: String) {
        #expect(mock.send("GET", "/pets", accept.isEmpty ? [] : [("Accept", accept)])[header: "Content-Type"] == type)
    }

    @Test(arguments: ["text/html", "application/json;q=0", "image/*"])
    func refusesWhatItDoesNotHave(_ accept: String) {
        let reply = mock.send("GET", "/pets", [("Accept", accept)])
        #expect(reply.status == 406)
        #expect(reply.json["offered"] == ["application/json", "application/xml", "text/plain"])
    }

    @Test func makesUpWhatIsPlausible() throws {
        let reply = mock.send("GET", "/pets/7")
        #expect(reply.json["id"] == 7)
        #expect(reply.json["email"]?.string?.contains("@example.com") == true)
        #expect(reply.json["secret"] == nil)
        // The same for the same request, another for another.
        #expect(mock.send("GET", "/pets/7").text == reply.text)
        #expect(mock.send("GET", "/pets/8").text != reply.text)
        var options = MockOptions()
        options.seed = 1
        #expect(try Mocking.mock(Self.paths, Self.schemas, options: options).send("GET", "/pets/7").text != reply.text)
    }

    @Test func variesWhereItIsTold() throws {
        var options = MockOptions()
        options.isDynamic = true
        let mock = try Mocking.mock(Self.paths, Self.schemas, options: options)
        #expect(Set((0..<5).map { _ in mock.send("GET", "/pets").text }).count == 5)
        #expect(mock.send("GET", "/pets", [("Prefer", "example=dog")]).text == #"{"id":2,"name":"Dog"}"#)
        #expect(mock.send("GET", "/pets", [("Prefer", "dynamic=false")]).text == #"{"id":1,"name":"Cat"}"#)
        #expect(self.mock.send("GET", "/pets", [("Prefer", "dynamic=true")]).text != #"{"id":1,"name":"Cat"}"#)
    }

    @Test func writesXML() {
        let text = mock.send("GET", "/pets", [("Accept", "application/xml")]).text
        #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Pet id=\""))
        #expect(text.contains("<tags><tag>"))
        #expect(text.hasSuffix("</Pet>\n"))
    }

    @Test func otherThingsThanJSON() {
        #expect(mock.send("GET", "/any")[header: "Content-Type"] == "application/json")
        #expect(mock.send("GET", "/image").bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test func streamsItems() {
        let events = mock.send("GET", "/events")
        #expect(events[header: "Content-Type"] == "text/event-stream")
        #expect(events.text.split(separator: "\n").filter { $0.hasPrefix("data: {\"n\":") }.count == 4)
        let lines = mock.send("GET", "/lines").text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { JSON(text: Array($0.utf8))?["n"] != nil })
        #expect(mock.send("GET", "/sequence").text == "\u{1E}{\"n\":1}\n\u{1E}{\"n\":2}\n")
        guard case .pieces(let pieces, _) = mock.send("GET", "/events").answer.body else { return #expect(Bool(false), "no stream") }
        #expect(pieces.count == 4)
    }

    @Test func whatCannotBeMadeIsSaid() {
        let reply = mock.send("GET", "/never")
        #expect(reply.status == 501)
        #expect(reply.json["message"]?.string?.contains("#/paths/~1never/get") == true)
    }
}
