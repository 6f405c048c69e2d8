import TypewrightModel

/// Types of what answers say in their headers. Operations whose answers say the same share one.
struct HeadersEmitter {
    let context: EmissionContext
    /// For each operation with headers: the first operation that says the same.
    private let firsts: [Int: Int]
    /// Of those first ones.
    private let bodies: [Int: Code]

    init(context: EmissionContext) {
        self.context = context
        var firsts: [Int: Int] = [:]
        var bodies: [Int: Code] = [:]
        var byBody: [[UInt8]: Int] = [:]
        var byOrigin: [[String]: Int] = [:]
        for (index, names) in context.names.client.operations.enumerated() where names.headers != nil {
            let headers = names.answerHeaders
            // Mostly they come from the same components.
            let origin = headers.flatMap { [$0.name, $0.origin.location, $0.documentation.description ?? ""] }
            if let first = byOrigin[origin] {
                firsts[index] = first
                continue
            }
            let body = HeadersEmitter.properties(headers, names.headerProperties, context)
            let first = byBody[body.bytes] ?? index
            byBody[body.bytes] = first
            byOrigin[origin] = first
            firsts[index] = first
            if first == index { bodies[index] = body }
        }
        self.firsts = firsts
        self.bodies = bodies
    }

    func declaration(for index: Int) -> Code {
        let names = context.names.client.operations
        guard let first = firsts[index], let name = names[index].headers else { return "" }
        if first != index, let other = names[first].headers {
            return """
                /// What answers to `\(names[index].method)` say in their headers.
                \(context.access)typealias \(name) = \(other)
                """
        }
        return """
            /// What answers to `\(names[index].method)` say in their headers.
            nonisolated \(context.access)struct \(name): ResponseHeaders {
                \(context.access)let fields: HeaderFields

                \(context.access)init(_ fields: HeaderFields) {
                    self.fields = fields
                }

                \(bodies[index] ?? "")
            }
            """
    }

    private static func properties(_ headers: [Parameter], _ names: [SwiftIdentifier], _ context: EmissionContext) -> Code {
        .paragraphs(zip(headers, names).map { header, name in
            let type = context.overrides.type(at: header.origin.location) ?? context.type(header.type.withoutNull)
            let shape = shape(of: header, context)
            let extra: Code = shape == ".text" ? "" : ", \(shape)"
            return .lines([
                Code.documentation(header.documentation.paragraphs()),
                "\(context.access)var \(name): \(type)? { fields.value(\(literal: header.name)\(extra)) }",
            ])
        })
    }

    /// How its text becomes a value. What kind of scalar it is, the runtime finds out from the type.
    private static func shape(of header: Parameter, _ context: EmissionContext) -> Code {
        guard case .style(_, let explode, _) = header.encoding else {
            if case .content(_, .json) = header.encoding { return ".json" }
            return ".text"
        }
        switch context.resolved(header.type.withoutNull) {
        case .boolean, .integer, .number, .string, .text, .any, .nullable: return ".text"
        case .array: return ".list"
        case .map: return explode ? ".members(explode: true)" : ".members()"
        case .named(let id):
            switch context.api[id].shape {
            case .object: return explode ? ".members(explode: true)" : ".members()"
            case .tuple: return ".list"
            case .enumeration, .union, .alias: return ".text"
            }
        }
    }
}

extension TypeReference {
    fileprivate var withoutNull: TypeReference {
        if case .nullable(let inner) = self { return inner }
        return self
    }
}
