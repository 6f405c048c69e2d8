import Testing
import TypewrightSpec

/// Every place of an operation, whatever the version and wherever it is written.
@Suite struct OperationTests {
    static func document(_ paths: String, components: String = "{}", more: String = "", version: String = "3.1.0") throws -> (Spec, Loaded) {
        let loaded = Loaded(#"{"openapi":"\#(version)","info":{"title":"","version":""},"paths":\#(paths),"components":\#(components)\#(more)}"#)
        return (try #require(loaded.spec), loaded)
    }

    @Test func parametersOfThePathAreMerged() throws {
        let (spec, loaded) = try OperationTests.document(
            ##"{"/p/{id}":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer"}},{"$ref":"#/components/parameters/Limit"}],"get":{"parameters":[{"name":"limit","in":"query","schema":{"type":"string"}},{"name":"q","in":"query","schema":{}}],"responses":{}},"put":{"responses":{}}}}"##,
            components: ##"{"parameters":{"Limit":{"name":"limit","in":"query","schema":{"type":"integer"}}}}"##
        )
        #expect(loaded.reports == [])
        let (get, put) = (spec.operations[0], spec.operations[1])
        #expect(get.parameters.map(\.name) == ["id", "limit", "q"])
        #expect(get.parameters[1].schema.map { spec[$0].types } == .string)
        #expect(get.parameters[1].componentName == nil)
        #expect(put.parameters.map(\.name) == ["id", "limit"])
        #expect(put.parameters[1].componentName == "Limit")
        #expect(get.place.location == "#/paths/~1p~1{id}/get")
    }

    /// From wherever a chain is entered, the first words of it count and the first name; a chain of thousands is followed
    /// once. Where each link was compared with each before it, this took minutes.
    @Test func referencesBehindReferences() throws {
        let count = 4000
        let links = (0..<count).map { index in
            let words = index % 1000 == 999 ? #","description":"from \#(index)""# : ""
            return ##""p\##(index)":{"$ref":"#/components/parameters/p\##(index + 1)"\##(words)}"##
        }
        let end = #""p\#(count)":{"name":"x","in":"query","description":"own","schema":{}}"#
        let starts = [0, 1000, 3999, 500, count].map { ##"{"$ref":"#/components/parameters/p\##($0)"}"## }
        let operations = starts.enumerated().map { #""/\#($0)":{"get":{"parameters":[\#($1)],"responses":{}}}"# }
        let (spec, loaded) = try OperationTests.document(
            "{\(operations.joined(separator: ","))}", components: #"{"parameters":{\#((links + [end]).joined(separator: ","))}}"#
        )
        #expect(loaded.reports == [])
        let parameters = spec.operations.flatMap(\.parameters)
        #expect(parameters.map(\.componentName) == ["p0", "p1000", "p3999", "p500", "p4000"])
        #expect(parameters.map(\.description) == ["from 999", "from 1999", "from 3999", "from 999", "own"])
        #expect(Set(parameters.map(\.name)) == ["x"])
    }

    @Test(arguments: [
        ("query", "", OpenAPI.Style.form, true), ("cookie", "", .form, true), ("header", "", .simple, false), ("path", "", .simple, false),
        ("query", #","style":"deepObject""#, .deepObject, false), ("query", #","style":"pipeDelimited","explode":true"#, .pipeDelimited, true),
        ("query", #","explode":false"#, .form, false), ("cookie", #","style":"cookie""#, .cookie, true),
    ])
    func stylesHaveTheirDefaults(location: String, rest: String, style: OpenAPI.Style, explode: Bool) throws {
        let (spec, _) = try OperationTests.document(
            #"{"/p":{"get":{"parameters":[{"name":"p","in":"\#(location)","required":true,"schema":{}\#(rest)}],"responses":{}}}}"#
        )
        guard case .schema(_, let found, let exploded, _)? = spec.operations[0].parameters.first?.value else {
            Issue.record("a schema was expected")
            return
        }
        #expect(found == style)
        #expect(exploded == explode)
    }

    @Test func parametersWithContent() throws {
        let (spec, _) = try OperationTests.document(
            #"{"/p":{"get":{"parameters":[{"name":"f","in":"query","content":{"application/json":{"schema":{"type":"object"}}}}],"responses":{}}}}"#
        )
        guard case .content(let content)? = spec.operations[0].parameters.first?.value else {
            Issue.record("content was expected")
            return
        }
        #expect(content.essence == "application/json")
        #expect(content.schema.map { spec[$0].types } == .object)
    }

    @Test func bodiesAndResponsesComeInDocumentOrder() throws {
        let (spec, loaded) = try OperationTests.document(
            ##"{"/p":{"post":{"requestBody":{"$ref":"#/components/requestBodies/B"},"responses":{"default":{"$ref":"#/components/responses/E"},"2XX":{"description":"d","headers":{"X-A":{"schema":{"type":"integer"}}},"content":{"Application/JSON; charset=utf-8":{}}},"404":{"$ref":"#/components/responses/E"}}}}}"##,
            components: ##"{"requestBodies":{"B":{"required":true,"content":{"multipart/form-data":{"schema":{},"encoding":{"f":{"contentType":"image/png","headers":{"X-B":{"schema":{}}}}}},"text/plain":{}}}},"responses":{"E":{"description":"e"}}}"##
        )
        #expect(loaded.reports == [])
        let operation = spec.operations[0]
        #expect(operation.requestBody?.isRequired == true)
        #expect(operation.requestBody?.componentName == "B")
        #expect(operation.requestBody?.content.map(\.essence) == ["multipart/form-data", "text/plain"])
        #expect(operation.requestBody?.content[0].encodings.map(\.property) == ["f"])
        #expect(operation.requestBody?.content[0].encodings[0].headers.map(\.name) == ["X-B"])
        #expect(operation.responses.map(\.status) == [.any, .range(2), .code(404)])
        #expect(operation.responses.map(\.componentName) == ["E", nil, "E"])
        #expect(operation.responses[1].headers.map(\.name) == ["X-A"])
        #expect(operation.responses[1].content[0].essence == "application/json")
        #expect(operation.responses[1].content[0].name == "Application/JSON; charset=utf-8")
    }

    @Test func securityIsInherited() throws {
        let (spec, _) = try OperationTests.document(
            #"{"/p":{"get":{"responses":{}},"put":{"security":[],"responses":{}},"post":{"security":[{},{"key":[],"oauth":["read"]}],"responses":{}}}}"#,
            components: #"{"securitySchemes":{"key":{"type":"apiKey","in":"header","name":"X-Key"},"oauth":{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"/t","scopes":{"read":"r"}}}},"bearer":{"type":"http","scheme":"Bearer"}}}"#,
            more: #","security":[{"bearer":[]}]"#
        )
        #expect(spec.api.components.securitySchemes.map(\.name) == ["key", "oauth", "bearer"])
        guard case .http("bearer", nil) = spec.api.components.securitySchemes[2].kind else {
            Issue.record("bearer was expected")
            return
        }
        let names = spec.operations.map { $0.security.map { $0.schemes.map(\.name) } }
        #expect(names == [[["bearer"]], [], [[], ["key", "oauth"]]])
        #expect(spec.operations.map(\.hasOwnSecurity) == [false, true, true])
    }

    @Test func webhooksCallbacksAndComponentsHaveOperations() throws {
        let (spec, loaded) = try OperationTests.document(
            ##"{"/p":{"post":{"responses":{},"callbacks":{"done":{"{$request.body#/url}":{"post":{"operationId":"done","responses":{}}}},"shared":{"$ref":"#/components/callbacks/S"}}}},"/q":{"$ref":"#/components/pathItems/Q"}}"##,
            components: ##"{"callbacks":{"S":{"/x":{"put":{"responses":{}}}}},"pathItems":{"Q":{"delete":{"operationId":"q","responses":{}}}}}"##,
            more: ##","webhooks":{"created":{"post":{"operationId":"created","responses":{}}}}"##
        )
        #expect(loaded.reports == [])
        #expect(spec.operations.map(\.method) == ["POST", "DELETE"])
        #expect(spec.operations[1].path == "/q")
        #expect(spec.operations[1].place.location == "#/components/pathItems/Q/delete")
        let callbacks = spec.operations[0].callbacks
        #expect(callbacks.map(\.name) == ["done", "shared"])
        #expect(callbacks[0].pathItems[0].path == "{$request.body#/url}")
        #expect(callbacks[1].pathItems[0].operations[0].method == "PUT")
        #expect(spec.api.webhooks.map(\.path) == ["created"])
        #expect(spec.api.webhooks[0].operations[0].operationID == "created")
    }

    @Test func openAPI32() throws {
        let (spec, loaded) = try OperationTests.document(
            ##"{"/p":{"query":{"parameters":[{"name":"all","in":"querystring","content":{"application/x-www-form-urlencoded":{"schema":{"type":"object"}}}}],"responses":{"200":{"content":{"text/event-stream":{"itemSchema":{"type":"object"}}}}}},"additionalOperations":{"COPY":{"responses":{}}}}}"##,
            components: ##"{"mediaTypes":{}}"##, version: "3.2.0"
        )
        #expect(loaded.reports == [])
        #expect(spec.kind == .openAPI(.v3_2))
        #expect(spec.operations.map(\.method) == ["QUERY", "COPY"])
        #expect(spec.operations[0].parameters[0].location == .querystring)
        #expect(spec.operations[0].responses[0].content[0].itemSchema.map { spec[$0].types } == .object)
    }

    @Test func discriminatorsFindTheirBranches() throws {
        let (spec, loaded) = try OperationTests.document("{}", components: ##"{"schemas":{"U":{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}],"discriminator":{"propertyName":"t","mapping":{"a":"#/components/schemas/A","b":"B"}}},"A":{},"B":{}}}"##)
        #expect(loaded.reports == [])
        let discriminator = try #require(spec[spec.namedSchemas[0].schema].discriminator)
        #expect(discriminator.propertyName == "t")
        #expect(discriminator.mapping.map(\.value) == ["a", "b"])
        #expect(discriminator.mapping.map(\.target) == [spec.namedSchemas[1].schema, spec.namedSchemas[2].schema])
    }

    @Test func serversHaveVariables() throws {
        let (spec, loaded) = try OperationTests.document(
            #"{"/p":{"servers":[{"url":"https://p"}],"get":{"responses":{}},"put":{"servers":[{"url":"https://o"}],"responses":{}}},"/q":{"get":{"responses":{}}}}"#,
            more: #","servers":[{"url":"https://{region}.x/{version}","variables":{"region":{"default":"eu","enum":["eu","us"]},"version":{"default":2}}}]"#
        )
        #expect(loaded.reports == [])
        #expect(spec.api.servers[0].variables.map(\.name) == ["region", "version"])
        #expect(spec.api.servers[0].variables.map(\.defaultValue) == ["eu", "2"])
        #expect(spec.operations.map { $0.servers.map(\.url) } == [["https://p"], ["https://o"], []])
    }

    @Test func extensionsAreAtHand() throws {
        let (spec, _) = try OperationTests.document(
            #"{"/p":{"get":{"x-b":1,"x-a":{"c":true},"responses":{}}}}"#, components: #"{"schemas":{"E":{"enum":[1],"x-enum-varnames":["One"]}}}"#
        )
        #expect(spec.operations[0].extensions.map(\.name) == ["x-b", "x-a"])
        #expect(spec.schemas[0].extensionValue("x-enum-varnames")?.elements.first?.string == "One")
    }
}
