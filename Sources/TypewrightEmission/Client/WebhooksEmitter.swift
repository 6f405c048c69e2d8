import TypewrightModel

/// What takes webhooks and callbacks in: a method for each, which checks the signature and decodes the body,
/// and one that finds out which webhook it is.
struct WebhooksEmitter {
    let context: EmissionContext

    func units() -> [EmissionUnit] {
        guard let names = context.names.client.webhooks else { return [] }
        let methods = zip(context.api.webhooks, names.methods).map(method)
        let code: Code = """
            \(Code.documentation(["Takes in what \(context.api.info.title) sends: each method checks the signature of a webhook and decodes its body."]))
            nonisolated \(context.access)struct \(names.type): Sendable {
                \(context.access)let verifier: WebhookVerifier

                /// - Parameter verifier: knows whether a webhook comes from whom it says.
                \(context.access)init(verifier: WebhookVerifier) {
                    self.verifier = verifier
                }

                \(Code.paragraphs([event] + methods))
            }
            """
        return [EmissionUnit(name: names.type.text, code: code)]
    }

    private var event: Code {
        guard let event = context.api.webhookEvent else { return "" }
        return """
            /// Any of the webhooks; which one it is shows in its body.
            \(context.access)func event(headers: HeaderFields, body: [UInt8]) throws(WebhookError) -> \(context.type(.named(event))) {
                try verifier.value(headers, body)
            }
            """
    }

    private func method(_ webhook: Webhook, _ name: SwiftIdentifier) -> Code {
        let operation = webhook.operation
        var words = operation.documentation.paragraphs()
        words.append(webhook.announcedBy.map { "The callback `\(webhook.name)` of `\($0)`." } ?? "The webhook `\(webhook.name)`.")
        let (type, reader) = reading(operation.mainContent)
        return .lines([
            Code.documentation(words), operation.documentation.isDeprecated ? "@available(*, deprecated)" : "",
            """
            \(context.access)func \(name)(headers: HeaderFields, body: [UInt8]) throws(WebhookError)\(type) {
                try verifier.\(reader)(headers, body)
            }
            """,
        ])
    }

    private func reading(_ content: Content?) -> (type: Code, reader: Code) {
        guard let content else { return ("", "check") }
        return switch content.kind {
        case .json: (" -> \(context.type(content.type))", "value")
        case .form: (" -> \(context.type(content.type))", "form")
        case .text, .xml: (" -> String", "text")
        case .bytes, .multipart, .eventStream, .jsonLines, .jsonSequence: (" -> [UInt8]", "bytes")
        }
    }
}
