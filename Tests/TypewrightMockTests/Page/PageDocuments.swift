import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

/// What the page is shown in tests: every kind of form, and text that would like to be more than text.
enum PageDocuments {
    static let pets = #"""
        openapi: 3.1.0
        info: {title: "Pets <script>hacked=1</script>", version: "1", description: "Hello `code` <img src=x onerror=hacked=2>"}
        tags: [{name: pets}]
        security: [{key: []}]
        components:
          securitySchemes: {key: {type: http, scheme: bearer}}
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: {type: string, minLength: 1, description: "</script><script>hacked=3</script>"}
                kind: {enum: [cat, "<b>dog</b>"]}
                parent: {$ref: "#/components/schemas/Pet"}
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [pets]
              summary: "List <img src=x onerror=hacked=4>"
              parameters:
                - {name: limit, in: query, schema: {type: integer, maximum: 5}}
                - {name: kinds, in: query, schema: {type: array, items: {type: string}}}
              responses: {"200": {description: all, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}}
            post:
              operationId: addPet
              tags: [pets]
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}, example: {name: Tom}}}
              responses: {"200": {description: it, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}, example: {name: Tom}}}}}
          /events:
            get:
              operationId: events
              responses: {"200": {description: stream, content: {text/event-stream: {example: "data: one\n\ndata: two\n\n"}}}}
        """#

    static func spec(_ text: String = pets) -> Spec? {
        loadSpec("pets.yaml", files: TestFiles(files: ["pets.yaml": text]), sources: SourceMap(), sink: DiagnosticSink())
    }
}
