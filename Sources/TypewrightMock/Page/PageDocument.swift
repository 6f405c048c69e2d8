import TypewrightReader
import TypewrightSpec
import TypewrightValidation

/// What the page's script asks for.
///
/// `document.json`, the list of all operations:
///
///     {"title": …, "version": …, "description": …, "tags": [{"name": …, "description": …}], "schemes": [Scheme],
///      "writesSwift": true,
///      "operations": [{"id": 0, "method": "GET", "path": "/pets", "operationId": …, "summary": …, "tags": [""], "deprecated": true}]}
///
/// `operations/0.json`, one of them whole:
///
///     {"id": 0, …, "description": …, "security": [["scheme"]],
///      "parameters": [{"name", "in", "required", "deprecated", "description", "schema": 7, "style", "explode", "example"}],
///      "body": {"required", "description", "content": [{"type", "schema", "item", "example"}]},
///      "responses": [{"status": "200", "description", "content": [{"type", "schema", "item", "examples": ["name"]}], "headers": […]}],
///      "schemas": {"7": {"name", "ref", "types", "format", "enum", "properties": [{"name", "schema", "required"}], …}}}
///
/// Members that say nothing are absent.
final class PageDocument {
    private let spec: Spec
    private let operations: [OpenAPI.Operation]
    private let names: [SchemaID: String]
    private let sampler: Sampler

    init(_ spec: Spec) {
        self.spec = spec
        operations = spec.operations
        names = Dictionary(spec.namedSchemas.map { ($0.schema, $0.name) }, uniquingKeysWith: { first, _ in first })
        sampler = Sampler(spec, direction: .request)
    }

    func list(writesSwift: Bool) -> String {
        let info = spec.api.info
        let tags = spec.api.tags.map { tag in
            PageJSON.object([("name", PageJSON.string(tag.name)), ("description", (tag.description ?? tag.summary).map(PageJSON.string))])
        }
        return PageJSON.object([
            ("title", PageJSON.string(info.title)), ("version", PageJSON.string(info.version)),
            ("description", info.description.map(PageJSON.string)), ("tags", PageJSON.array(tags)),
            ("schemes", PageJSON.array(spec.api.components.securitySchemes.map(scheme))),
            ("writesSwift", PageJSON.flag(writesSwift)),
            ("operations", PageJSON.array(operations.indices.map { PageJSON.object(head($0)) })),
        ])
    }

    private func head(_ index: Int) -> [(String, String?)] {
        let operation = operations[index]
        return [
            ("id", String(index)), ("method", PageJSON.string(operation.method)), ("path", PageJSON.string(operation.path)),
            ("operationId", operation.operationID.map(PageJSON.string)), ("summary", operation.summary.map(PageJSON.string)),
            ("tags", PageJSON.array(operation.tags.map(PageJSON.string))), ("deprecated", PageJSON.flag(operation.isDeprecated)),
        ]
    }

    private func scheme(_ scheme: OpenAPI.SecurityScheme) -> String {
        var members: [(String, String?)] = [("name", PageJSON.string(scheme.name)), ("description", scheme.description.map(PageJSON.string))]
        switch scheme.kind {
        case .apiKey(let name, let location):
            members += [("kind", PageJSON.string("apiKey")), ("in", PageJSON.string(location.rawValue)), ("key", PageJSON.string(name))]
        case .http("basic", _): members.append(("kind", PageJSON.string("basic")))
        case .http("bearer", _), .oauth2, .openIDConnect: members.append(("kind", PageJSON.string("bearer")))
        case .http(let other, _): members += [("kind", PageJSON.string("http")), ("key", PageJSON.string(other))]
        case .mutualTLS, .unknown: members.append(("kind", PageJSON.string("none")))
        }
        return PageJSON.object(members)
    }

    /// Where an operation stands in the document.
    func location(of index: Int) -> String? { operations.indices.contains(index) ? operations[index].place.location : nil }

    func operation(_ index: Int) -> String? {
        guard operations.indices.contains(index) else { return nil }
        let operation = operations[index]
        var schemas = PageSchemas(spec, names: names)
        var parameters: [String] = []
        for parameter in operation.parameters { parameters.append(describe(parameter, &schemas)) }
        var responses: [String] = []
        for response in operation.responses { responses.append(describe(response, &schemas)) }
        let security = operation.security.map { PageJSON.array($0.schemes.map { PageJSON.string($0.name) }) }
        var members = head(index)
        members += [
            ("description", operation.description.map(PageJSON.string)), ("security", PageJSON.array(security)),
            ("parameters", PageJSON.array(parameters)), ("body", operation.requestBody.map { describe($0, &schemas) }),
            ("responses", PageJSON.array(responses)),
        ]
        members.append(("schemas", schemas.table()))
        return PageJSON.object(members)
    }

    private func describe(_ parameter: OpenAPI.Parameter, _ schemas: inout PageSchemas) -> String {
        var members: [(String, String?)] = [
            ("name", PageJSON.string(parameter.name)), ("in", PageJSON.string(parameter.location.rawValue)),
            ("required", PageJSON.flag(parameter.isRequired)), ("deprecated", PageJSON.flag(parameter.isDeprecated)),
            ("description", parameter.description.map(PageJSON.string)), ("schema", schemas.use(parameter.schema)),
        ]
        switch parameter.value {
        case .schema(_, let style, let explode, _):
            members += [("style", PageJSON.string(style.rawValue)), ("explode", PageJSON.flag(explode))]
        case .content(let content): members.append(("content", PageJSON.string(content.essence)))
        }
        let example = parameter.examples.lazy.compactMap(\.value).first.map { PageJSON.value($0) }
        let sample = parameter.isRequired ? parameter.schema.flatMap { sampler.sample(of: $0) } : nil
        members.append(("example", example ?? sample))
        return PageJSON.object(members)
    }

    private func describe(_ body: OpenAPI.RequestBody, _ schemas: inout PageSchemas) -> String {
        var content: [String] = []
        for media in body.content {
            content.append(PageJSON.object([
                ("type", PageJSON.string(media.name)), ("schema", schemas.use(media.schema)), ("item", schemas.use(media.itemSchema)),
                ("example", example(media)),
            ]))
        }
        return PageJSON.object([
            ("required", PageJSON.flag(body.isRequired)), ("description", body.description.map(PageJSON.string)),
            ("content", PageJSON.array(content)),
        ])
    }

    private func example(_ media: OpenAPI.MediaType) -> String? {
        if let value = media.examples.lazy.compactMap(\.value).first { return PageJSON.value(value) }
        return media.schema.flatMap { sampler.sample(of: $0) }
    }

    private func describe(_ response: OpenAPI.Response, _ schemas: inout PageSchemas) -> String {
        let status = switch response.status {
        case .code(let code): String(code)
        case .range(let hundreds): "\(hundreds)XX"
        case .any: "default"
        }
        var content: [String] = []
        for media in response.content {
            content.append(PageJSON.object([
                ("type", PageJSON.string(media.name)), ("schema", schemas.use(media.schema)), ("item", schemas.use(media.itemSchema)),
                ("examples", PageJSON.array(media.examples.map(\.name).filter { !$0.isEmpty }.map(PageJSON.string))),
            ]))
        }
        var headers: [String] = []
        for header in response.headers {
            headers.append(PageJSON.object([
                ("name", PageJSON.string(header.name)), ("required", PageJSON.flag(header.isRequired)),
                ("description", header.description.map(PageJSON.string)), ("schema", schemas.use(header.schema)),
            ]))
        }
        return PageJSON.object([
            ("status", PageJSON.string(status)), ("description", (response.summary ?? response.description).map(PageJSON.string)),
            ("content", PageJSON.array(content)), ("headers", PageJSON.array(headers)),
        ])
    }
}
