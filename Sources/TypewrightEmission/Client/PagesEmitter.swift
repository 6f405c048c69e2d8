import TypewrightModel

/// The method that goes through all pages of a list: an asynchronous sequence of its items.
struct PagesEmitter {
    let context: EmissionContext
    let pagination: Pagination
    let page: TypeReference

    var type: Code {
        let item = context.api.listElement(of: page, at: pagination.itemsPath) ?? .any
        return " -> Paginated<\(context.type(page)), \(context.type(item))>"
    }

    var line: Code {
        "return client.pages(of: request, by: \(rule), items: { \(items) }, options)"
    }

    private var rule: Code {
        let parameter: Code = "parameter: \(literal: pagination.parameter ?? "")"
        let next: Code = "\(literal: pagination.next ?? "")"
        let more: Code = pagination.more.map { ", more: \(literal: $0)" } ?? ""
        return switch pagination.style {
        case .cursor: ".cursor(\(parameter), next: \(next)\(more))"
        case .page: ".page(\(parameter)\(more))"
        case .offset: ".offset(\(parameter)\(more))"
        case .link: ".linkHeader"
        case .nextURL: ".nextURL(\(next))"
        }
    }

    /// `$0.data ?? []`
    private var items: Code {
        var code: Code = "$0"
        var type = context.api.plain(page)
        var isOptional = false
        for name in pagination.itemsPath {
            guard case .named(let id) = type, case .object(let object) = context.api[id].shape else { return "[]" }
            guard let index = object.properties.place(of: name) else { return "[]" }
            let property = object.properties[index]
            code += "\(isOptional ? "?" : "" as Code).\(context.names.members[id.index][index].member)"
            if property.presence == .optionalNullable { code += "?.value" }
            isOptional = isOptional || property.presence != .required
            type = context.api.plain(property.type)
        }
        return isOptional ? "\(code) ?? []" : code
    }
}
