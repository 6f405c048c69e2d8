import TypewrightModel

/// What a method answers with, and how it is read.
struct AnswerEmitter {
    let context: EmissionContext
    let shape: AnswerShape
    /// The type for different things under different statuses, and its cases.
    var result: (name: SwiftIdentifier, cases: [SwiftIdentifier])?

    /// What the operation answers with unless it is asked for something else.
    init(context: EmissionContext, operation: Operation, names: OperationNames) {
        self.context = context
        shape = operation.answerShape
        result = names.result.map { ($0, names.resultCases) }
    }

    /// One of the other things it can be asked for.
    init(context: EmissionContext, content: Content) {
        self.context = context
        shape = .one(content, isOptional: false)
    }

    /// ` -> Pet`, or nothing.
    var type: Code {
        switch shape {
        case .nothing: ""
        case .one(let content, let isOptional): isOptional && content.kind.isValue ? " -> \(type(of: content))?" : " -> \(type(of: content))"
        case .several: result.map { " -> \($0.name)" } ?? ""
        }
    }

    private func type(of content: Content) -> Code {
        switch content.kind {
        case .json, .form: context.type(content.type)
        case .text, .xml: "String"
        case .bytes, .multipart: "[UInt8]"
        case .eventStream: isPlainEvent(content) ? "ItemStream<ServerSentEvent>" : "ItemStream<\(context.type(content.type))>"
        case .jsonLines, .jsonSequence: "ItemStream<\(context.type(content.type))>"
        }
    }

    private func isPlainEvent(_ content: Content) -> Bool { content.type == .any }

    var lines: [Code] {
        switch shape {
        case .nothing: ["try await client.send(request, options)"]
        case .one(let content, let isOptional): accept([content]) + [line(content, isOptional: isOptional)]
        case .several(let cases): accept(cases.compactMap(\.content)) + choice(cases)
        }
    }

    private func line(_ content: Content, isOptional: Bool) -> Code {
        let method: Code = switch content.kind {
        case .json: isOptional ? "optionalValue" : "value"
        case .form: isOptional ? "optionalFormValue" : "formValue"
        case .text, .xml: "text"
        case .bytes, .multipart: "bytes"
        case .eventStream: content.isWholeEvent ? "wholeEvents" : "events"
        case .jsonLines: "lines"
        case .jsonSequence: "sequence"
        }
        return "return try await client.\(method)(of: request, options\(check(content)))"
    }

    private func check(_ content: Content) -> Code { CheckEmitter(context: context).argument(for: content) }

    private func accept(_ contents: [Content]) -> [Code] {
        var types: [String] = []
        for content in contents where !content.mediaType.hasSuffix("/*") && !content.kind.isSequence && !types.contains(content.mediaType) {
            types.append(content.mediaType)
        }
        let isUsual = types.allSatisfy { $0 == "application/json" } || contents.count == 1 && contents[0].kind == .bytes && isOnlyBytes
        return types.isEmpty || isUsual ? [] : ["request.accept(\(literal: types.joined(separator: ", ")))"]
    }

    /// Bytes are taken as they come, unless they are one of several things that the operation has.
    private var isOnlyBytes: Bool { !asksForMediaType }

    /// Set for methods that exist to ask for one media type.
    var asksForMediaType = false

    // MARK: Different things under different statuses

    private func choice(_ cases: [AnswerCase]) -> [Code] {
        guard let result else { return [] }
        let branches = zip(cases, result.cases).sorted { $0.0.status.width < $1.0.status.width }.map { one, name -> Code in
            "case \(one.status.pattern): return .\(name.member)\(payload(one.content))"
        }
        return ["""
            let answer = try await client.answer(to: request, options)
            switch answer.status {
            \(Code.lines(branches))
            default: return .undocumented(answer)
            }
            """]
    }

    private func payload(_ content: Content?) -> Code {
        guard let content else { return "" }
        return switch content.kind {
        case .json: "(try client.decode(answer, options\(check(content))))"
        case .form: "(try client.decodeForm(answer, options\(check(content))))"
        case .text, .xml: "(answer.text)"
        case .bytes, .multipart, .eventStream, .jsonLines, .jsonSequence: "(answer.value)"
        }
    }

    /// The type itself.
    func declaration(of method: SwiftIdentifier) -> Code {
        guard case .several(let cases) = shape, let result else { return "" }
        let declared = zip(cases, result.cases).map { one, name -> Code in
            let payload: Code = one.content.map { "(\(type(of: $0)))" } ?? ""
            return .lines([Code.documentation([[one.status.words, one.description ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")]), "case \(name)\(payload)"])
        }
        return """
            /// What `\(method)` answers with.
            nonisolated \(context.access)enum \(result.name): Sendable {
                \(Code.lines(declared))
                /// An answer that the document does not speak of.
                case undocumented(APIResponse<[UInt8]>)
            }
            """
    }

    /// For a method that hands on to another one.
    var forward: Code { type.isEmpty ? "try await " : "return try await " }
}

extension ContentKind {
    /// Whether it is decoded as a whole.
    fileprivate var isValue: Bool { self == .json || self == .form }
}

extension Response.Status {
    /// How many statuses it stands for: the narrowest goes first.
    fileprivate var width: Int {
        switch self {
        case .code: 1
        case .range: 100
        case .any: 1000
        }
    }

    fileprivate var pattern: Code {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundreds): "\(hundreds * 100)...\(hundreds * 100 + 99)"
        case .any: "0..."
        }
    }

    fileprivate var words: String {
        switch self {
        case .code(let code): String(code)
        case .range(let hundreds): "\(hundreds)XX"
        case .any: ""
        }
    }
}
