import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightValidation
@testable import TypewrightMock

/// Writes the request that an operation wants: every required parameter, every credential, a body.
struct RequestMaker {
    let spec: Spec
    let view: SchemaView
    private let sampler: Sampler

    init(_ spec: Spec) {
        self.spec = spec
        view = SchemaView(spec)
        sampler = Sampler(spec, direction: .request)
    }

    /// `nil` where no value is found for something that is needed.
    func request(_ operation: OpenAPI.Operation) -> ServerRequest? {
        var path = operation.path
        var query: [String] = []
        var headers = HeaderFields()
        var cookies: [String] = []
        for parameter in operation.parameters where parameter.isRequired || parameter.location == .path {
            guard let value = sample(parameter.schema) else { return nil }
            switch parameter.location {
            case .path: path = path.parts(between: "{\(parameter.name)}").joined(separator: pathText(value, parameter))
            case .query: query += pairs(value, parameter)
            case .header: headers.all.append((name: parameter.name, value: simple(value, parameter, encodes: false)))
            case .cookie: cookies += pairs(value, parameter)
            case .querystring: query.append(Percent.encoded(value.text))
            }
        }
        for requirement in operation.security.prefix(1) {
            for scheme in requirement.schemes.compactMap({ named in spec.api.components.securitySchemes.first { $0.name == named.name } }) {
                switch scheme.kind {
                case .apiKey(let name, .query): query.append("\(Percent.encoded(name))=key")
                case .apiKey(let name, .cookie): cookies.append("\(name)=key")
                case .apiKey(let name, _): headers.all.append((name: name, value: "key"))
                case .http("basic", _): headers.all.append((name: "Authorization", value: "Basic YTpi"))
                case .http(let other, _): headers.all.append((name: "Authorization", value: "\(other) token"))
                default: headers.all.append((name: "Authorization", value: "Bearer token"))
                }
            }
        }
        if !cookies.isEmpty { headers.all.append((name: "Cookie", value: cookies.joined(separator: "; "))) }
        var body: [UInt8] = []
        if let declared = operation.requestBody, let media = declared.content.first {
            guard let (type, bytes) = self.body(media) else { return nil }
            headers.all.append((name: "Content-Type", value: type))
            body = bytes
        }
        let separator = path.contains("?") ? "&" : "?"
        path = String(path.cut(at: UInt8(ascii: "#"))?.before ?? path[...])
        let target = path + (query.isEmpty ? "" : separator + query.joined(separator: "&"))
        return ServerRequest(method: operation.method, target: target, headers: headers, body: body)
    }

    private func sample(_ schema: SchemaID?, isForm: Bool = false) -> JSON? {
        guard let schema else { return "x" }
        for seed in 0..<32 {
            guard let text = sampler.sample(of: schema, seed: UInt64(seed)), var json = JSON(text: Array(text.utf8)) else { return nil }
            // A form has no way to write a list of nothing: what can go without is left out.
            if isForm {
                for member in json.members where member.value == .array([]) && !view.isRequired(member.name, [schema]) { json[member.name] = nil }
                if seed < 31, json.members.contains(where: { $0.value == .array([]) }) { continue }
            }
            // An empty segment is no segment.
            if json.plain != "", json.plain != ".", json.plain != ".." { return json }
        }
        return nil
    }

    // MARK: - Styles

    private func style(_ parameter: OpenAPI.Parameter) -> (OpenAPI.Style, Bool)? {
        if case .schema(_, let style, let explode, _) = parameter.value { return (style, explode) }
        return nil
    }

    private func plain(_ json: JSON, encodes: Bool) -> String {
        let text = json.plain ?? (json.isNull ? "null" : json.text)
        return encodes ? Percent.encoded(text) : text
    }

    private func simple(_ value: JSON, _ parameter: OpenAPI.Parameter, encodes: Bool, separator: String = ",") -> String {
        guard let (_, explode) = style(parameter) else { return plain(.string(value.text), encodes: encodes) }
        switch value {
        case .array(let elements): return elements.map { plain($0, encodes: encodes) }.joined(separator: separator)
        case .object(let members):
            return members.map { plain(.string($0.name), encodes: encodes) + (explode ? "=" : ",") + plain($0.value, encodes: encodes) }.joined(separator: separator)
        default: return plain(value, encodes: encodes)
        }
    }

    private func pathText(_ value: JSON, _ parameter: OpenAPI.Parameter) -> String {
        switch style(parameter)?.0 {
        case .label: "." + simple(value, parameter, encodes: true, separator: ".")
        case .matrix: ";" + Percent.encoded(parameter.name) + "=" + simple(value, parameter, encodes: true)
        default: simple(value, parameter, encodes: true)
        }
    }

    private func pairs(_ value: JSON, _ parameter: OpenAPI.Parameter) -> [String] {
        let name = Percent.encoded(parameter.name)
        guard let (style, explode) = style(parameter) else { return ["\(name)=\(Percent.encoded(value.text))"] }
        switch value {
        case .array(let elements) where explode && style != .deepObject: return elements.map { "\(name)=\(plain($0, encodes: true))" }
        case .array where style == .spaceDelimited: return ["\(name)=" + simple(value, parameter, encodes: true, separator: "%20")]
        case .array where style == .pipeDelimited: return ["\(name)=" + simple(value, parameter, encodes: true, separator: "|")]
        case .object(let members) where style == .deepObject: return members.flatMap { brackets("\(name)[\(Percent.encoded($0.name))]", $0.value) }
        case .object(let members) where explode: return members.map { "\(Percent.encoded($0.name))=\(plain($0.value, encodes: true))" }
        default: return ["\(name)=" + simple(value, parameter, encodes: true)]
        }
    }

    private func brackets(_ name: String, _ value: JSON) -> [String] {
        switch value {
        case .array(let elements): elements.enumerated().flatMap { brackets("\(name)[\($0.offset)]", $0.element) }
        case .object(let members): members.flatMap { brackets("\(name)[\(Percent.encoded($0.name))]", $0.value) }
        default: ["\(name)=\(plain(value, encodes: true))"]
        }
    }

    // MARK: - Bodies

    private func body(_ media: OpenAPI.MediaType) -> (String, [UInt8])? {
        let name = MediaName(media.name)
        if name?.isJSON == true || name?.type == "*" {
            guard let schema = media.schema else { return (media.name, Array("{}".utf8)) }
            return sample(schema).map { (name?.type == "*" ? "application/json" : media.name, $0.bytes) }
        }
        switch name?.essence {
        case "application/x-www-form-urlencoded"?:
            guard let json = sample(media.schema, isForm: true) else { return nil }
            let fields = json.members.flatMap { member -> [String] in
                let name = Percent.encoded(member.name)
                let isDeep = media.encodings.contains { $0.property == member.name && $0.style == .deepObject }
                if !isDeep, case .array(let elements) = member.value, elements.allSatisfy({ $0.plain != nil }) { return elements.map { "\(name)=\(plain($0, encodes: true))" } }
                return brackets(name, member.value)
            }
            return (media.name, Array(fields.joined(separator: "&").utf8))
        case "multipart/form-data"?:
            guard let json = sample(media.schema) else { return nil }
            let parts = json.members.flatMap { member -> [String] in
                let values: [JSON] = if case .array(let elements) = member.value { elements } else { [member.value] }
                return values.map { value in
                    let type = value.plain == nil ? "\r\nContent-Type: application/json" : ""
                    return "--XX\r\nContent-Disposition: form-data; name=\"\(member.name)\"\(type)\r\n\r\n\(value.plain ?? value.text)\r\n"
                }
            }
            return ("multipart/form-data; boundary=XX", Array((parts.joined() + "--XX--\r\n").utf8))
        case let essence?:
            let concrete = essence.parts(between: "*").joined(separator: "x")
            return (concrete, Array((sample(media.schema)?.plain ?? "x").utf8))
        case nil: return nil
        }
    }
}
