import TypewrightReader
import TypewrightSource

/// `type`, `enum`, `nullable`, and what people write instead.
extension SpecDecoder {
    func readTypes(_ member: Node.Member, _ draft: SchemaDraft) {
        if let name = member.value.string {
            draft.types = types(named: name, at: member.value.range, draft)
            return
        }
        guard member.value.kind == .array else {
            if member.value.kind == .null {
                // YAML's `type: null` is a null; what is meant is clear.
                faults.warning("unknown-type", "`type` is a string; write \"null\" with its quotes.", at: member.value.range)
                draft.types = .null
                return
            }
            wrongType(member, expected: "a string or an array of strings")
            return
        }
        var types: JSONTypes = []
        for element in member.value.elements {
            let known = element.kind == .null ? .null : element.string.flatMap { self.types(named: $0, at: element.range, draft) }
            guard let known else {
                draft.types = nil
                if element.string == nil { wrongType(member, expected: "a string or an array of strings") }
                return
            }
            types.formUnion(known)
        }
        draft.types = types
    }

    /// `nil` accepts every type.
    private func types(named name: String, at range: SourceRange, _ draft: SchemaDraft) -> JSONTypes? {
        if let known = JSONTypes(name: name) { return known }
        let lowercase = name.lowercased()
        if let meant = JSONTypes(name: lowercase) ?? SpecDecoder.typeSlips[lowercase] {
            let names = meant == .all ? "any type" : "\"" + meant.names.joined(separator: ", ") + "\""
            faults.warning("unknown-type", "There is no type \"\(name)\"; taken as \(names).", at: range)
            return meant == .all ? nil : meant
        }
        var help: String?
        if let close = closestMatch(to: lowercase, in: JSONTypes.all.names) { help = "Did you mean \"\(close)\"?" }
        faults.warning("unknown-type", "There is no type \"\(name)\"; every type is accepted.", at: range, help: help)
        return nil
    }

    /// Names of other languages and older versions, and what they mean here.
    private static let typeSlips: [String: JSONTypes] = [
        "int": .integer, "int32": .integer, "int64": .integer, "long": .integer, "short": .integer, "bigint": .integer,
        "float": .number, "double": .number, "decimal": .number, "numeric": .number,
        "bool": .boolean, "str": .string, "text": .string, "date": .string, "datetime": .string, "date-time": .string,
        "uuid": .string, "file": .string, "binary": .string, "enum": .string,
        "list": .array, "dict": .object, "dictionary": .object, "map": .object, "hash": .object, "json": .all, "any": .all,
        "none": .null, "nil": .null,
    ]

    func readEnumeration(_ member: Node.Member, _ draft: SchemaDraft) {
        guard member.value.kind == .array else {
            wrongType(member, expected: "an array")
            return
        }
        draft.enumeration = Array(member.value.elements)
    }

    /// A value that the type refuses; YAML turns unquoted numbers and dates into such.
    func reportUnreachableValues(_ draft: SchemaDraft) {
        guard let types = draft.types else { return }
        for value in draft.enumeration ?? [] where !accepts(value, types) {
            faults.warning(
                "unreachable-value", "The `enum` has \(describe(value)), which `type` does not allow.", at: value.range,
                help: value.kind == .string || !types.contains(.string) ? nil : "Write it in quotes if it is meant as a string."
            )
            return
        }
    }

    private func accepts(_ value: Node, _ types: JSONTypes) -> Bool {
        switch value.kind {
        case .null: types.contains(.null)
        case .boolean: types.contains(.boolean)
        case .string: types.contains(.string)
        case .array: types.contains(.array)
        case .object: types.contains(.object)
        case .number: types.contains(.number) || (types.contains(.integer) && value.number?.isInteger == true)
        }
    }

    func readNullable(_ member: Node.Member, _ draft: SchemaDraft) {
        guard let value = boolean(member) else { return }
        draft.isNullable = value
    }
}
