import TypewrightModel
import TypewrightSource

extension Check {
    /// The checks that this one speaks of, each with the part of its location that follows after ours
    /// when it is written into our schema. `isWanted` spares the text of properties that nobody asks for.
    func forEachSite(patterns: [CheckPattern], where isWanted: (CheckID) -> Bool, _ body: (CheckID, String) -> Void) {
        func visit(_ id: CheckID?, _ step: String) {
            if let id { body(id, step) }
        }
        if let array {
            for (index, item) in array.prefix.enumerated() { visit(item, "/prefixItems/\(index)") }
            visit(array.items, "/items")
            visit(array.contains?.check, "/contains")
        }
        if let object {
            for property in object.properties {
                if let id = property.check, isWanted(id) { body(id, "/properties/" + PointerToken.escaped(property.name)) }
            }
            for property in object.patterns {
                visit(property.check, "/patternProperties/" + PointerToken.escaped(patterns[property.pattern.index].source))
            }
            visit(object.additional, "/additionalProperties")
            visit(object.names, "/propertyNames")
        }
        for application in applications { CheckSites.visit(application, body) }
        visit(unevaluatedProperties, "/unevaluatedProperties")
        visit(unevaluatedItems, "/unevaluatedItems")
    }
}

enum CheckSites {
    /// What a reference leads to stands elsewhere: the step fits no location.
    static let elsewhere = "/$ref"

    static func visit(_ application: Application, _ body: (CheckID, String) -> Void) {
        func visit(_ ids: [CheckID?], _ keyword: String) {
            for (index, id) in ids.enumerated() {
                if let id { body(id, "/\(keyword)/\(index)") }
            }
        }
        switch application {
        case .reference(let id): body(id, elsewhere)
        case .dynamicReference(let dynamic):
            for target in dynamic.targets { if let id = target.check { body(id, elsewhere) } }
            if let id = dynamic.otherwise { body(id, elsewhere) }
        case .allOf(let branches): visit(branches, "allOf")
        case .anyOf(let branches): visit(branches, "anyOf")
        case .oneOf(let branches): visit(branches, "oneOf")
        case .not(let id): if let id { body(id, "/not") }
        case .condition(let test, let then, let otherwise):
            if let test { body(test, "/if") }
            if let then { body(then, "/then") }
            if let otherwise { body(otherwise, "/else") }
        case .dependent(let name, let id, _): body(id, "/dependentSchemas/" + PointerToken.escaped(name))
        }
    }
}
