import Testing
@testable import TypewrightMock

@Suite struct StateTests {
    private static let paths = """
          /pets:
            get: {parameters: [{name: limit, in: query, schema: {type: integer, default: 2}}, {name: cursor, in: query, schema: {type: string}}], responses: {'200': {description: ok, content: {application/json: {schema: {type: object, required: [pets, has_more, total], properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}, has_more: {type: boolean}, total: {type: integer}, next_cursor: {type: [string, 'null']}}}}}}}}
            post: {requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}, responses: {'201': {description: ok, headers: {Location: {schema: {type: string}}}, content: {application/json: {schema: {type: object, required: [pet, meta], properties: {pet: {$ref: '#/components/schemas/Pet'}, meta: {type: object, properties: {version: {type: integer, const: 3}}}}}}}}}}
          /pets/{petId}:
            parameters: &p [{name: petId, in: path, required: true, schema: {type: integer}}]
            get: {responses: &one {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
            patch: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/PetChange'}}, application/merge-patch+json: {schema: {type: object}}, application/json-patch+json: {schema: {type: array, items: {type: object}}}}}, responses: *one}
            put: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}, responses: *one}
            delete: {responses: {'204': {description: gone}}}
          /pets/{petId}/feed: {post: {parameters: *p, responses: *one}}
          /pets/{petId}/toys:
            parameters: *p
            get: {responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: &toy {type: object, required: [id, label], properties: {id: {type: string, format: uuid}, label: {type: string}}}}}}}}}
            post: {requestBody: {content: {application/json: {schema: {type: object, required: [label], properties: {label: {type: string}}}}}}, responses: {'200': {description: ok, content: {application/json: {schema: *toy}}}}}
          /pets/{petId}/toys/{toyId}:
            parameters: [{name: petId, in: path, required: true, schema: {type: integer}}, {name: toyId, in: path, required: true, schema: {type: string}}]
            get: {responses: &t {'200': {description: ok, content: {application/json: {schema: *toy}}}}}
            delete: {responses: {'200': {description: ok, content: {application/json: {schema: {type: object, required: [id, deleted], properties: {id: {type: string}, deleted: {type: boolean}}}}}}}}
          /keys/{name}:
            parameters: [{name: name, in: path, required: true, schema: {type: string}}]
            get: {responses: &k {'200': {description: ok, content: {application/json: {schema: {type: object, required: [name, value], properties: {name: {type: string}, value: {type: string}}}}}}}}
            put: {requestBody: {content: {application/json: {schema: {type: object, properties: {value: {type: string}}}}}}, responses: *k}
          /calls/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}, example: {id: call_1}}}}}}}
        """
    private static let schemas = """
        components:
          schemas:
            NewPet: {type: object, required: [name], properties: {name: {type: string}, nick: {type: [string, 'null']}, age: {type: integer}, home: {type: object, properties: {zip: {type: string}, city: {type: string}}}, pin: {type: string, writeOnly: true}}}
            PetChange: {type: object, properties: {name: {type: string}, nick: {type: [string, 'null']}, age: {type: integer}, home: {type: object}}}
            Pet:
              type: object
              required: [id, name, nick, createdAt, mood]
              properties: {id: {type: integer, readOnly: true}, name: {type: string}, nick: {type: [string, 'null']}, age: {type: integer}, mood: {type: string, default: calm}, home: {type: object, properties: {zip: {type: string}, city: {type: string}}}, pin: {type: string, writeOnly: true}, createdAt: {type: string, format: date-time, readOnly: true}, updated_at: {type: integer}}
        """

    private func mock(_ rules: [ResourceRule] = []) throws -> Mock {
        var options = MockOptions()
        options.isStateful = true
        options.resources = rules
        return try Mocking.mock(Self.paths, Self.schemas, options: options)
    }

    @Test func whatIsCreatedComesBack() throws {
        let mock = try mock()
        #expect(mock.send("GET", "/pets").text == #"{"pets":[],"has_more":false,"total":0,"next_cursor":null}"#)
        let made = mock.send("POST", "/pets", body: #"{"name":"Ada","age":3,"pin":"1234"}"#)
        #expect(made.status == 201)
        #expect(made[header: "Location"] == "/pets/1")
        let ada = #"{"id":1,"name":"Ada","nick":null,"age":3,"mood":"calm","createdAt":"2023-11-14T22:13:20.000Z","updated_at":1700000000}"#
        #expect(made.json["pet"]?.text == ada)
        #expect(mock.send("GET", "/pets/1").text == ada)
        #expect(mock.send("GET", "/pets").json["pets"]?.elements.map(\.text) == [ada])
        #expect(mock.send("GET", "/pets/2").status == 404)
        #expect(mock.send("GET", "/pets/2").json["message"] == "There is no pet '2'")
        #expect(mock.send("POST", "/pets", body: "{}").status == 422)
        #expect(mock.send("GET", "/pets").json["total"] == 1)
    }

    /// Absent, null and a value differ.
    @Test func aPatchChangesWhatItCarries() throws {
        let mock = try mock()
        _ = mock.send("POST", "/pets", body: #"{"name":"Ada","nick":"A","age":3,"home":{"zip":"1","city":"X"}}"#)
        func patch(_ body: String, _ type: String = "application/json") -> JSON {
            mock.send("PATCH", "/pets/1", [("Content-Type", type)], body: body).json
        }
        #expect(patch("{}")["nick"] == "A")
        #expect(patch(#"{"nick":null}"#)["nick"] == .null)
        #expect(patch(#"{"nick":"B"}"#)["nick"] == "B")
        #expect(patch(#"{"home":{"zip":"2"}}"#)["home"] == ["zip": "2"])
        #expect(patch(#"{"home":{"city":"Y"},"age":null}"#, "application/merge-patch+json")["home"] == ["zip": "2", "city": "Y"])
        let last = mock.send("GET", "/pets/1").json
        #expect(last["age"] == nil)
        #expect(last["name"] == "Ada")
        #expect(patch(#"[{"op":"replace","path":"/name","value":"Eve"},{"op":"add","path":"/age","value":4}]"#, "application/json-patch+json")["name"] == "Eve")
        #expect(mock.send("PATCH", "/pets/1", [("Content-Type", "application/json-patch+json")], body: #"[{"op":"remove","path":"/none"}]"#).status == 409)
        #expect(mock.send("PATCH", "/pets/9", body: "{}").status == 404)
        #expect(patch(#"{"id":77}"#)["id"] == 1)
    }

    @Test func aPutReplacesAndADeleteRemoves() throws {
        let mock = try mock()
        _ = mock.send("POST", "/pets", body: #"{"name":"Ada","age":3}"#)
        let put = mock.send("PUT", "/pets/1", body: #"{"name":"Eve"}"#).json
        #expect(put["name"] == "Eve")
        #expect(put["age"] == nil)
        #expect(put["createdAt"] == "2023-11-14T22:13:20.000Z")
        #expect(mock.send("PUT", "/pets/2", body: #"{"name":"Eve"}"#).status == 404)
        #expect(mock.send("DELETE", "/pets/1").status == 204)
        #expect(mock.send("DELETE", "/pets/1").status == 404)
        #expect(mock.send("GET", "/pets/1").status == 404)
        // Where nothing else creates, a PUT does.
        #expect(mock.send("GET", "/keys/a%2Fb").status == 404)
        #expect(mock.send("PUT", "/keys/a%2Fb", body: #"{"value":"1"}"#).text == #"{"name":"a/b","value":"1"}"#)
        #expect(mock.send("GET", "/keys/a%2Fb").json["value"] == "1")
    }

    @Test func thingsWithinThings() throws {
        let mock = try mock()
        #expect(mock.send("GET", "/pets/1/toys").status == 404)
        for name in ["Ada", "Eve"] { _ = mock.send("POST", "/pets", body: #"{"name":"\#(name)"}"#) }
        let toy = mock.send("POST", "/pets/1/toys", body: #"{"label":"ball"}"#).json
        let id = try #require(toy["id"]?.string)
        #expect(id.utf8.count == 36)
        #expect(mock.send("GET", "/pets/1/toys").json == [toy])
        #expect(mock.send("GET", "/pets/2/toys").json == [])
        #expect(mock.send("GET", "/pets/1/toys/\(id)").json == toy)
        #expect(mock.send("GET", "/pets/2/toys/\(id)").status == 404)
        #expect(mock.send("DELETE", "/pets/1/toys/\(id)").json == ["id": .string(id), "deleted": true])
        #expect(mock.send("POST", "/pets/1/feed").json["name"] == "Ada")
        #expect(mock.send("POST", "/pets/9/feed").status == 404)
    }

    @Test func pages() throws {
        let mock = try mock()
        for name in ["a", "b", "c", "d", "e"] { _ = mock.send("POST", "/pets", body: #"{"name":"\#(name)"}"#) }
        var names: [String] = []
        var target = "/pets"
        for _ in 0..<3 {
            let page = mock.send("GET", target).json
            names += page["pets"]?.elements.compactMap { $0["name"]?.string } ?? []
            #expect(page["total"] == 5)
            guard page["has_more"] == true, let cursor = page["next_cursor"]?.string else { break }
            target = "/pets?cursor=\(cursor)"
        }
        #expect(names == ["a", "b", "c", "d", "e"])
        #expect(mock.send("GET", "/pets?limit=4").json["pets"]?.elements.count == 4)
        #expect(mock.send("GET", "/pets?cursor=none").json["pets"]?.elements.isEmpty == true)
    }

    @Test func whatNobodyCreatesIsAnExample() throws {
        #expect(try mock().send("GET", "/calls/any").json == ["id": "call_1"])
    }

    @Test func theConfigKnowsBetter() throws {
        var off = ResourceRule(collection: "/pets")
        off.isOff = true
        #expect(try mock([off]).send("GET", "/pets/7").status == 200)
        var calls = ResourceRule(collection: "/calls")
        calls.create = "/pets"
        #expect(try mock([calls]).send("GET", "/calls/any").status == 404)
    }

    @Test func forgetsWhenItIsTold() throws {
        let mock = try mock()
        _ = mock.send("POST", "/pets", body: #"{"name":"Ada"}"#)
        #expect(mock.send("POST", "/__typewright/reset").status == 204)
        #expect(mock.send("GET", "/pets").json["total"] == 0)
        #expect(mock.send("POST", "/pets", body: #"{"name":"Ada"}"#).json["pet"]?["id"] == 1)
    }

    @Test func preferencesLeaveItAlone() throws {
        let mock = try mock()
        #expect(mock.send("POST", "/pets", [("Prefer", "code=500")], body: #"{"name":"Ada"}"#).status == 500)
        #expect(mock.send("GET", "/pets").json["total"] == 0)
    }
}
