import TypewrightModel

/// Tables of what unsuccessful answers carry; operations of a resource that agree share one.
struct ErrorBodiesEmitter {
    let context: EmissionContext
    private var entries: [Code] = []
    private var places: [Int: Int] = [:]

    init(context: EmissionContext, operations: [Int]) {
        self.context = context
        for index in operations {
            let entry = self.entry(context.api.operations[index])
            guard !entry.isEmpty else { continue }
            if let place = entries.firstIndex(of: entry) {
                places[index] = place
            } else {
                places[index] = entries.count
                entries.append(entry)
            }
        }
    }

    func table(for operation: Int) -> SwiftIdentifier? { places[operation].map(name) }

    var tables: Code {
        .lines(entries.enumerated().map { place, entry in "private static let \(name(place)) = ErrorBodies(\(entry))" })
    }

    private func name(_ place: Int) -> SwiftIdentifier {
        SwiftIdentifier(checked: place == 0 ? "errors" : "errors\(place + 1)")
    }

    private func entry(_ operation: Operation) -> Code {
        var pairs: [Code] = []
        for response in operation.responses where !response.status.isSuccess {
            guard let content = response.contents.first(where: { $0.kind == .json }) else { continue }
            let status = switch response.status {
            case .code(let code): code
            case .range(let hundreds): hundreds
            case .any: 0
            }
            pairs.append("(\(status), \(context.metatype(content.type)))")
        }
        return Code.list(pairs)
    }
}
