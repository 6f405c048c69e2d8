import TypewrightModel

/// A struct of positions in a JSON array.
struct TupleEmitter {
    let context: EmissionContext
    let id: TypeID
    let tuple: TupleShape

    private var name: SwiftTypeName { context.names[id] }

    private var items: [PropertyEmitter] {
        let names = context.names.members[id.index]
        return tuple.items.enumerated().map { index, item in
            PropertyEmitter(context: context, container: id, property: item, name: names[index], index: index)
        }
    }

    /// The array for what follows the known positions.
    private var rest: (name: SwiftIdentifier, type: Code)? {
        guard let rest = tuple.rest else { return nil }
        var text = "rest"
        while context.names.members[id.index].contains(where: { $0.text == text }) { text += "_" }
        return (SwiftIdentifier(checked: text), "[\(context.type(rest, inside: id))]")
    }

    // MARK: Shape

    func shape(nested: [Code]) -> Code {
        var properties = items.map(\.declaration)
        var parameters = items.map { "_ \($0.parameter)" as Code }
        var assignments = items.map(\.assignment)
        if let rest {
            properties.append("/// What follows.\n\(context.access)var \(rest.name): \(rest.type)")
            parameters.append("\(rest.name): \(rest.type) = []")
            assignments.append("self.\(rest.name.member) = \(rest.name)")
        }
        let initialiser: Code = """
            \(ParameterList.call("\(context.access)init", parameters)) {
                \(Code.lines(assignments))
            }
            """
        return """
            nonisolated \(context.access)struct \(name.last): JSONTuple\(context.conformances) {
                \(Code.paragraphs([.lines(properties), parameters.isEmpty ? "\(context.access)init() {}" : initialiser] + nested))
            }
            """
    }

    // MARK: Support

    var support: Code {
        let required = tuple.items.prefix { $0.presence.isRequired }.count
        var blanks = items.map(\.blank).filter { !$0.isEmpty }
        var reads = items.map { "case \($0.index): reader.read(&\($0.stored))" as Code }
        var writes = items.map { item -> Code in
            item.property.presence.isRequired ? "writer.element(\(item.stored))" : "writer.optionalElement(\(item.stored))"
        }
        if let rest {
            blanks.append("\(rest.name) = []")
            reads.append("default: \(rest.name).append(reader.value())")
            writes.append("writer.elements(\(rest.name))")
        } else {
            reads.append("default: _ = reader.value(as: JSONValue.self)")
        }
        return """
            nonisolated extension \(name.code) {
                \(context.access)static let jsonRequiredCount = \(required)

                \(context.access)init(_ blank: JSONBlank) {
                    \(Code.lines(blanks))
                }

                \(context.access)mutating func readElement(_ index: Int, from reader: inout JSONReader) {
                    switch index {
                    \(Code.lines(reads))
                    }
                }

                \(context.access)func writeElements(to writer: inout JSONWriter) {
                    \(Code.lines(writes))
                }
            }
            """
    }
}
