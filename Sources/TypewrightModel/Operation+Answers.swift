/// What a call gets when it succeeds.
package enum AnswerShape: Sendable {
    case nothing
    /// The same thing under every status; `isOptional` where some answers have nothing in them.
    case one(Content, isOptional: Bool)
    /// Different things under different statuses.
    case several([AnswerCase])
}

package struct AnswerCase: Sendable {
    package var status: Response.Status
    package var description: String?
    /// None for an answer with nothing in it.
    package var content: Content?
}

extension Operation {
    /// The successful answers; where none is declared, the default one.
    package var successes: [Response] {
        let declared = responses.filter { $0.status.isSuccess }
        return declared.isEmpty ? responses.filter { $0.status == .any } : declared
    }

    /// What the call answers with: JSON, where the document has it.
    package var answer: Content? {
        if case .one(let content, _) = answerShape { return content }
        return nil
    }

    package var answerShape: AnswerShape {
        let successes = successes
        if successes.count == 1 { return successes[0].mainContent.map { .one($0, isOptional: false) } ?? .nothing }
        var cases = successes.map { AnswerCase(status: $0.status, description: $0.description, content: $0.mainContent) }
        // Where one status streams and another does not, the stream has a method of its own.
        if cases.contains(where: { $0.content.map { !$0.kind.isSequence } ?? false }) {
            cases.removeAll { $0.content?.kind.isSequence == true }
        }
        let contents = cases.compactMap(\.content)
        guard let first = contents.first else { return .nothing }
        let isSame = contents.allSatisfy { $0.kind.resultKind == first.kind.resultKind && $0.type == first.type }
        return isSame ? .one(first, isOptional: cases.contains { $0.content == nil }) : .several(cases)
    }

    /// What the operation can be asked for instead, by its media type.
    package var otherAnswers: [Content] {
        guard let answer, !answer.kind.isSequence else { return [] }
        let contents = successes.flatMap(\.contents)
        if contents.count == 1 { return [] }
        var seen: [Content] = [answer]
        for content in contents where !content.repeatsAnother {
            let isKnown = seen.contains { $0.kind == content.kind && $0.type == content.type && ($0.kind == .json || $0.mediaType == content.mediaType) }
            if !isKnown, !content.kind.isSequence { seen.append(content) }
        }
        return Array(seen.dropFirst())
    }

    /// The stream that the operation can answer with besides.
    package var streamContent: Content? {
        guard let stream = successes.flatMap(\.contents).first(where: \.kind.isSequence) else { return nil }
        switch answerShape {
        case .nothing: return nil
        case .one(let answer, _): return answer.kind.isSequence ? nil : stream
        case .several: return stream
        }
    }

    /// What its answers say in their headers, of all statuses together.
    package var answerHeaders: [Parameter] {
        var known: Set<String> = []
        var headers: [Parameter] = []
        for response in responses where !response.headers.isEmpty && !response.hasHeaders(namedAs: headers) {
            for header in response.headers where known.insert(header.name.lowercased()).inserted { headers.append(header) }
        }
        return headers
    }
}

extension Response {
    fileprivate func hasHeaders(namedAs others: [Parameter]) -> Bool {
        headers.count == others.count && headers.indices.allSatisfy { headers[$0].name == others[$0].name }
    }

    fileprivate var mainContent: Content? {
        contents.first { $0.kind == .json } ?? contents.first { !$0.kind.isSequence } ?? contents.first
    }
}

extension ContentKind {
    /// Kinds that differ only in their media type are one for whoever gets the answer.
    fileprivate var resultKind: ContentKind {
        switch self {
        case .xml: .text
        case .multipart: .bytes
        case .json, .form, .text, .bytes, .eventStream, .jsonLines, .jsonSequence: self
        }
    }
}
