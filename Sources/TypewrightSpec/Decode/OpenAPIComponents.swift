import TypewrightReader
import TypewrightSource

/// `components`: everything with a name of its own. Schemas come first into the arena, in document order.
extension SpecDecoder {
    func namedSchemas(_ root: Located) -> [Spec.NamedSchema] {
        guard let components = root.member("components") else { return [] }
        var named: [Spec.NamedSchema] = []
        for (entry, located) in components.entries("schemas") {
            reportName(entry)
            let id = schema(located.node, at: located.place, in: located)
            named.append(Spec.NamedSchema(name: entry.key, nameRange: entry.keyRange, schema: id, origin: .component))
        }
        return named
    }

    func decodeComponents(_ root: Located, scope: OperationScope, into components: inout OpenAPI.Components) {
        guard let located = root.member("components") else { return }
        for (entry, parameter) in located.entries("parameters") {
            reportName(entry)
            if let parameter = self.parameter(parameter) { components.parameters.append(parameter) }
        }
        for (entry, body) in located.entries("requestBodies") {
            reportName(entry)
            if let body = requestBody(body) { components.requestBodies.append(body) }
        }
        for (entry, response) in located.entries("responses") {
            reportName(entry)
            guard let response = self.response(response, status: .any) else { continue }
            components.responses.append(OpenAPI.ResponseComponent(name: entry.key, response: response))
        }
        for (entry, header) in located.entries("headers") {
            reportName(entry)
            if let header = self.header(header, name: entry.key) { components.headers.append(header) }
        }
        components.examples = namedExamples(located.entries("examples"))
        components.links = links(located.entries("links"))
        components.callbacks = callbacks(located.entries("callbacks"), scope: scope)
        components.pathItems = pathItems(located.entries("pathItems"), scope: scope, arePaths: false)
    }

    /// 4.7.7.1: `^[a-zA-Z0-9\.\-_]+$`.
    func reportName(_ entry: Node.Member) {
        if entry.key.utf8.first == UInt8(ascii: "x") && entry.key.hasPrefix("x-") { return }
        for byte in entry.key.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                 UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                continue
            default:
                faults.warning(
                    "component-name", "The name `\(entry.key)` has characters outside `A-Z a-z 0-9 . - _`.", at: entry.keyRange
                )
                return
            }
        }
    }
}
