import TypewrightModel

/// One property in each of the places where it appears. A class, for a property is long and every list of them copies it.
final class PropertyEmitter {
    let context: EmissionContext
    let container: TypeID
    let property: Property
    let name: SwiftIdentifier
    /// Its place in the table of keys.
    let index: Int

    init(context: EmissionContext, container: TypeID, property: Property, name: SwiftIdentifier, index: Int) {
        self.context = context
        self.container = container
        self.property = property
        self.name = name
        self.index = index
    }

    private(set) lazy var type: Code = switch property.presence {
    case .required: plainType
    case .optional, .requiredNullable: "\(plainType)?"
    case .optionalNullable: "Nullable<\(plainType)>?"
    }

    /// The type without what the presence adds.
    private var plainType: Code {
        context.overrides.type(at: property.origin.location) ?? context.type(property.type, inside: container)
    }

    // MARK: In the declaration

    /// A boxed property is computed from its box. A deprecated one is stored under another name, because
    /// the attribute on the stored one would warn in every line of ours that reads or writes it.
    var declaration: Code {
        let comment = property.documentation.comment(more: remarks)
        guard isStoredElsewhere else { return .lines([comment, "\(context.access)var \(name): \(type)"]) }
        let attribute: Code = property.documentation.isDeprecated ? "@available(*, deprecated)" : ""
        return .lines([
            comment, attribute,
            """
            \(context.access)var \(name): \(type) {
                get { \(value) }
                set { \(setting("newValue")) }
            }
            fileprivate var \(storage): \(storedType)
            """,
        ])
    }

    private var isStoredElsewhere: Bool { property.documentation.isDeprecated || property.isBoxed }

    private var storage: SwiftIdentifier {
        let prefix = property.isBoxed ? "indirect" : "deprecated"
        return isStoredElsewhere ? SwiftIdentifier(checked: prefix + name.text.prefix(1).uppercased() + name.text.dropFirst()) : name
    }

    /// Nothing is boxed where there is nothing: the box is optional, not the value in it.
    private var storedType: Code {
        guard property.isBoxed else { return type }
        switch property.presence {
        case .required: return "Indirect<\(plainType)>"
        case .optional, .requiredNullable: return "Indirect<\(plainType)>?"
        case .optionalNullable: return "Indirect<Nullable<\(plainType)>>?"
        }
    }

    /// What is read and written: the value, or the box around it.
    private(set) lazy var stored: Code = {
        switch storage.text {
        // The functions that read and write have parameters of these names.
        case "key", "reader", "writer", "blank", "index": "self.\(storage)"
        default: "\(storage)"
        }
    }()

    /// The value, taken out of its box.
    private var value: Code {
        guard property.isBoxed else { return stored }
        return property.presence == .required ? "\(stored).value" : "\(stored)?.value"
    }

    private func setting(_ new: Code) -> Code {
        guard property.isBoxed else { return "\(stored) = \(new)" }
        return property.presence == .required ? "\(stored) = Indirect(\(new))" : "\(stored) = Indirect(optional: \(new))"
    }

    private var remarks: [String] {
        switch property.direction {
        case .both: []
        case .responseOnly: ["Only in responses."]
        case .requestOnly: ["Only in requests."]
        }
    }

    /// `speedOrDefault`, where the document says what the server takes when nothing is sent.
    var defaultAccessor: Code {
        guard let value = property.defaultValue, !property.presence.isRequired || property.direction != .both else { return "" }
        guard let literal = LiteralEmitter(context: context).code(value, as: property.type) else { return "" }
        guard context.overrides.type(at: property.origin.location) == nil else { return "" }
        let accessor = SwiftIdentifier(checked: name.text + "OrDefault")
        let read: Code = property.presence == .optionalNullable ? "\(self.value)?.value" : self.value
        return """
            /// `\(name.member)`, or what the server takes where it is absent.
            \(context.access)var \(accessor): \(context.type(property.type, inside: container)) { \(read) ?? \(literal) }
            """
    }

    // MARK: In the initialiser

    var parameter: Code {
        if let constant = property.constant, property.presence == .required,
            let literal = LiteralEmitter(context: context).code(constant, as: property.type)
        {
            return "\(name.label): \(type) = \(literal)"
        }
        return property.presence.isRequired ? "\(name.label): \(type)" : "\(name.label): \(type) = nil"
    }

    var assignment: Code {
        isStoredElsewhere ? setting("\(name)") : "self.\(name.member) = \(name)"
    }

    // MARK: In the support

    var blank: Code {
        // Optionals begin as nil.
        if property.presence != .required { return "" }
        guard !property.isBoxed, context.overrides.type(at: property.origin.location) == nil else { return "\(stored) = .init(blank)" }
        return "\(stored) = \(blankValue)"
    }

    /// A literal where there is one: what the compiler takes fastest.
    private var blankValue: Code {
        switch property.type {
        case .boolean: "false"
        case .integer, .number: "0"
        case .string: "\"\""
        case .array: "[]"
        case .map: "[:]"
        case .any, .text, .named, .nullable: ".init(blank)"
        }
    }

    var read: Code {
        if property.presence == .optionalNullable { return "reader.nullable(&\(stored))" }
        return "reader.\(kind.reader)(&\(stored))"
    }

    var write: Code {
        let label: Code = switch property.presence {
        case .required: ""
        case .requiredNullable: "nullable: "
        case .optional, .optionalNullable: "optional: "
        }
        return "writer.\(kind.writer(property.presence))(\(index), \(label)\(stored))"
    }

    private var kind: AccessKind {
        if property.isBoxed || context.overrides.type(at: property.origin.location) != nil { return .value }
        return AccessKind(context.resolved(property.type))
    }
}

/// Which of the methods for members takes a property. What has none of its own is `value`.
private enum AccessKind: String {
    case string, int, double, bool, json, array, map, value

    init(_ type: TypeReference) {
        self = switch type {
        case .string: .string
        case .integer(.int): .int
        case .number(.double): .double
        case .boolean: .bool
        case .any, .nullable(.any): .json
        case .array: .array
        case .map: .map
        case .integer, .number, .text, .named, .nullable: .value
        }
    }

    var reader: Code { "\(SwiftIdentifier(checked: rawValue))" }

    func writer(_ presence: Presence) -> Code {
        switch self {
        case .string where presence != .optionalNullable: "string"
        case .int where presence == .required || presence == .optional: "int"
        case .double where presence == .required || presence == .optional: "double"
        case .bool where presence == .required || presence == .optional: "bool"
        default: "value"
        }
    }
}
