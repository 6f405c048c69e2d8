import TypewrightModel

/// What a method answers with, and how it is read.
struct AnswerEmitter {
    let context: EmissionContext
    let operation: Operation
    let content: Content?

    /// ` -> Pet`, or nothing.
    var type: Code {
        guard let content else { return "" }
        return switch content.kind {
        case .json, .form: isOptional ? " -> \(value(content))?" : " -> \(value(content))"
        case .text, .xml: " -> String"
        case .bytes, .multipart: " -> [UInt8]"
        case .eventStream: isPlainEvent(content) ? " -> ItemStream<ServerSentEvent>" : " -> ItemStream<\(context.type(content.type))>"
        case .jsonLines, .jsonSequence: " -> ItemStream<\(context.type(content.type))>"
        }
    }

    /// Some successful answers have nothing in them, or say something else than the one that is decoded.
    private var isOptional: Bool {
        operation.successes.contains { $0.contents.isEmpty }
    }

    /// Answers of different shapes under different statuses are handed on as they are.
    private func value(_ content: Content) -> Code {
        let types = Set(operation.successes.flatMap(\.contents).filter { $0.kind == .json }.map(\.type))
        return types.count > 1 ? "JSONValue" : context.type(content.type)
    }

    private func isPlainEvent(_ content: Content) -> Bool { content.type == .any }

    var lines: [Code] {
        guard let content else { return ["try await client.send(request, options)"] }
        let method: Code = switch content.kind {
        case .json, .form: isOptional ? "optionalValue" : "value"
        case .text, .xml: "text"
        case .bytes, .multipart: "bytes"
        case .eventStream: content.isWholeEvent ? "wholeEvents" : "events"
        case .jsonLines: "lines"
        case .jsonSequence: "sequence"
        }
        return accept(content) + ["return try await client.\(method)(of: request, options\(check(content)))"]
    }

    /// A type that is declared brings its check along.
    private func check(_ content: Content) -> Code {
        guard context.options.emitsValidators, let check = content.callCheck else { return "" }
        return ", check: \(CheckEmitter(context: context).function(check))"
    }

    private func accept(_ content: Content) -> [Code] {
        let isUsual = content.mediaType == "application/json" || content.mediaType.hasSuffix("/*") || content.kind.isSequence
        if isUsual || content.kind == .bytes { return [] }
        return ["request.accept(\(literal: content.mediaType))"]
    }

    /// For a method that hands on to another one.
    var forward: Code { type.isEmpty ? "try await " : "return try await " }
}
