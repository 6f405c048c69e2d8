import TypewrightModel

/// A struct made of the members of a JSON object.
struct ObjectEmitter {
    let context: EmissionContext
    let id: TypeID
    let object: ObjectShape

    private var name: SwiftTypeName { context.names[id] }

    private var properties: [PropertyEmitter] {
        let names = context.names.members[id.index]
        return object.properties.indices.map { index in
            PropertyEmitter(context: context, container: id, property: object.properties[index], name: names[index], index: index)
        }
    }

    /// The dictionary for what the document does not list.
    private var others: Others? {
        switch object.additional {
        case .map(let value):
            let type = context.type(value, inside: id)
            return Others(name: free("additionalProperties"), type: "[String: \(type)]")
        case .ignored, .forbidden:
            guard context.options.keepsUnknownProperties else { return nil }
            return Others(name: free("unknownProperties"), type: "JSONMembers")
        }
    }

    private struct Others {
        var name: SwiftIdentifier
        var type: Code
    }

    /// The name, or the name with underscores where a property of the document has it.
    private func free(_ wanted: String) -> SwiftIdentifier {
        var text = wanted
        while !isFree(text) { text += "_" }
        return SwiftIdentifier(checked: text)
    }

    private func isFree(_ name: String) -> Bool { !context.names.members[id.index].contains { $0.text == name } }

    // MARK: Shape

    func shape(nested: [Code]) -> Code {
        let properties = properties
        var members: [Code] = []
        if !properties.isEmpty { members.append(.lines(properties.map(\.declaration))) }
        if let others { members.append(declaration(of: others)) }
        members.append(initialiser(properties))
        members += properties.filter { $0.property.defaultValue != nil && isFree($0.name.text + "OrDefault") }.map(\.defaultAccessor)
        return """
            nonisolated \(context.access)struct \(name.last): JSONObject\(context.conformances) {
                \(Code.paragraphs(members + nested))
            }
            """
    }

    private func declaration(of others: Others) -> Code {
        let remark: Code = object.additional.isMap ? "/// Everything else that the object holds." : "/// What the document does not list, kept as it came."
        return .lines([remark, "\(context.access)var \(others.name): \(others.type)"])
    }

    private func initialiser(_ properties: [PropertyEmitter]) -> Code {
        var parameters = properties.map(\.parameter)
        var assignments = properties.map(\.assignment)
        if let others {
            parameters.append("\(others.name): \(others.type) = [:]")
            assignments.append("self.\(others.name.member) = \(others.name)")
        }
        if parameters.isEmpty { return "\(context.access)init() {}" }
        return """
            \(ParameterList.call("\(context.access)init", parameters)) {
                \(Code.lines(assignments))
            }
            """
    }

    // MARK: Support

    var support: Code {
        let properties = properties
        var members: [Code] = [keys]
        var blanks = properties.map(\.blank).filter { !$0.isEmpty }
        if let others { blanks.append("\(others.name) = [:]") }
        members.append(blanks.isEmpty ? "\(context.access)init(_ blank: JSONBlank) {}" : """
            \(context.access)init(_ blank: JSONBlank) {
                \(Code.lines(blanks))
            }
            """)
        if !properties.isEmpty || others != nil { members.append(reading(properties)) }
        members.append(writing(properties))
        return """
            nonisolated extension \(name.code) {
                \(Code.paragraphs(members))
            }
            """
    }

    /// `JSONKeys("id! provider! speed")`: one literal costs the compiler less than a list of them.
    private var keys: Code {
        let literal = Code(wordsInLiteral: KeyWord.list(object))
        let keepsOthers: Code = others == nil ? "" : ", others: true"
        return """
            \(context.access)static let jsonKeys = JSONKeys(\(literal)\(keepsOthers))
            """
    }

    private func reading(_ properties: [PropertyEmitter]) -> Code {
        var cases = KeySwitch(index: "reader.index")
        for property in properties { cases.add(property.index, property.read) }
        if let others { cases.add([-1], ["reader.other(&\(others.name))"]) }
        return """
            \(context.access)mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
                \(cases.code)
            }
            """
    }

    private func writing(_ properties: [PropertyEmitter]) -> Code {
        var lines = properties.map(\.write)
        if let others { lines.append("writer.others(\(others.name))") }
        if lines.isEmpty { return "\(context.access)func writeMembers(to writer: JSONMemberWriter) {}" }
        return """
            \(context.access)func writeMembers(to writer: JSONMemberWriter) {
                \(Code.lines(lines))
            }
            """
    }
}

extension AdditionalProperties {
    var isMap: Bool {
        if case .map = self { return true }
        return false
    }
}

