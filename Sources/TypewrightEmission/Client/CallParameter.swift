import TypewrightModel

/// One parameter of a generated method.
struct CallParameter {
    var name: SwiftIdentifier
    var type: Code
    /// Whether the call may leave it out.
    var isOptional: Bool
    /// A value that goes without saying: the only one there is.
    var defaultValue: Code?
    var isUnlabelled = false
    var documentation: String

    var code: Code {
        let label: Code = isUnlabelled ? "_ \(name)" : name.label
        if let defaultValue { return "\(label): \(type) = \(defaultValue)" }
        return isOptional ? "\(label): \(type) = nil" : "\(label): \(type)"
    }

    /// What has to be said goes first.
    static func ordered(_ parameters: [CallParameter]) -> [CallParameter] {
        parameters.filter { !$0.isOptional && $0.defaultValue == nil } + parameters.filter { $0.isOptional || $0.defaultValue != nil }
    }
}

/// A parameter in the places where it appears.
struct ParameterEmitter {
    let context: EmissionContext
    let parameter: Parameter
    let name: SwiftIdentifier

    var declaration: CallParameter {
        CallParameter(
            name: name, type: type, isOptional: !parameter.presence.isRequired,
            documentation: parameter.documentation.description ?? "")
    }

    private var type: Code {
        let plain = context.overrides.type(at: parameter.origin.location) ?? context.type(parameter.type)
        return parameter.presence == .required ? plain : "\(plain)?"
    }

    /// The line that puts the value into the request.
    var line: Code {
        let place: Code = switch parameter.place {
        case .path: "path"
        case .query: "query"
        case .header: "header"
        case .cookie: "cookie"
        case .querystring: "querystring"
        }
        return "request.\(place)(\(literal: parameter.name), \(name)\(style))"
    }

    /// The line that has the value checked before the request is sent.
    var checkLine: Code {
        guard context.options.emitsValidators, let check = parameter.callCheck else { return "" }
        return "request.check(\(literal: parameter.name), \(name), \(CheckEmitter(context: context).function(check)))"
    }

    /// Said where it is not what the place has anyway.
    private var style: Code {
        switch parameter.encoding {
        case .content(_, .form): return ", .form()"
        case .content(_, let kind): return kind == .text && parameter.type == .string ? "" : ", .json"
        case .style(let style, let explode, let allowReserved):
            let standard: Parameter.Style = parameter.place == .path || parameter.place == .header ? .simple : .form
            if style == standard, explode == (standard == .form), !allowReserved { return "" }
            // Only lists and objects look different.
            if style == standard, !allowReserved, isScalar { return "" }
            return ", \(StyleEmitter.code(parameter.encoding))"
        }
    }

    private var isScalar: Bool {
        switch context.resolved(parameter.type) {
        case .boolean, .integer, .number, .string, .text: true
        case .named(let id):
            if case .enumeration = context.api[id].shape { true } else { false }
        case .any, .array, .map, .nullable: false
        }
    }
}

/// A style as the runtime spells it: `.form(explode: false)`.
enum StyleEmitter {
    static func code(_ encoding: Parameter.Encoding) -> Code {
        guard case .style(let style, let explode, let allowReserved) = encoding else { return ".json" }
        var arguments: [Code] = []
        let usual = style == .form || style == .cookie
        if explode != usual, style != .deepObject { arguments.append(explode ? "explode: true" : "explode: false") }
        if allowReserved { arguments.append("allowReserved: true") }
        let name: Code = switch style {
        case .matrix: "matrix"
        case .label: "label"
        case .simple: "simple"
        case .form: "form"
        case .cookie: "cookie"
        case .spaceDelimited: "spaceDelimited"
        case .pipeDelimited: "pipeDelimited"
        case .deepObject: "deepObject"
        }
        return ".\(name)(\(Code.list(arguments)))"
    }
}
