import TypewrightModel
import TypewrightReader
import TypewrightSource
import TypewrightSpec

extension Lowerer {
    /// The configuration's word on an operation, else the document's: `x-typewright-pagination`, an object with
    /// `style`, `parameter`, `next`, `more` and `items`.
    func pagination(of operation: OpenAPI.Operation) -> (pagination: Pagination, range: SourceRange?)? {
        if let id = operation.operationID, let rule = options.pagination.first(where: { $0.operation == id }) {
            return (rule.pagination, rule.range)
        }
        guard let node = operation.extensionValue("x-typewright-pagination") else { return nil }
        guard let style = node["style"]?.string.flatMap({ Pagination.Style(rawValue: $0) }) else {
            report(
                "pagination", "the pagination has no style", at: node.range,
                help: "one of " + Pagination.Style.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        let pagination = Pagination(
            style: style, parameter: node["parameter"]?.string, next: node["next"]?.string, more: node["more"]?.string,
            items: node["items"]?.string ?? "")
        return (pagination, node.range)
    }

    /// Takes away what cannot work, once all types are known: there has to be a list where the items are said to be.
    func settlePagination() {
        for index in api.operations.indices {
            guard let pagination = api.operations[index].pagination else { continue }
            let range = paginationRanges[index] ?? nil
            if let fault = fault(of: pagination, in: api.operations[index]) {
                report("pagination", fault, at: range, help: "the pages come out without it")
                api.operations[index].pagination = nil
            }
        }
        let known = Set(spec.operations.compactMap(\.operationID))
        for rule in options.pagination where !known.contains(rule.operation) {
            sink.report(Diagnostic(
                code: "unused-pagination", severity: .error, message: "the document has no operation '\(rule.operation)'", range: rule.range,
                notes: [], help: closestMatch(to: rule.operation, in: known.sorted()).map { "did you mean '\($0)'?" }))
        }
    }

    private func fault(of pagination: Pagination, in operation: Operation) -> String? {
        if pagination.style.needsParameter {
            guard let name = pagination.parameter else { return "this style of pagination needs a parameter" }
            guard operation.parameters.contains(where: { $0.name == name && $0.place == .query }) else {
                return "the operation has no query parameter '\(name)'"
            }
        }
        if pagination.style.needsNext, pagination.next == nil { return "this style of pagination needs to know where the next page is told" }
        guard let content = operation.answer, content.kind == .json else { return "the operation does not answer with JSON" }
        return api.listElement(of: content.type, at: pagination.itemsPath) == nil
            ? "there is no list at '\(pagination.items)' in the operation's answer" : nil
    }
}
