import TypewrightModel
import TypewrightSpec

extension Check {
    /// Whether the check can refuse a value, or tells one that asks what it has evaluated.
    /// `isActive` knows that of the checks it speaks of.
    func asserts(_ isActive: (CheckID) -> Bool) -> Bool {
        func active(_ id: CheckID?) -> Bool { id.map(isActive) ?? false }
        if isNever || kinds != .all || enumeration != nil || constant != nil || number != nil || string != nil { return true }
        if let array, array.asserts(active) || isCollected { return true }
        if let object, object.asserts(active) || isCollected { return true }
        if active(unevaluatedProperties) || active(unevaluatedItems) { return true }
        if isCollected && collects { return true }
        for application in applications {
            switch application {
            case .reference(let id): if active(id) { return true }
            case .dynamicReference(let dynamic):
                if active(dynamic.otherwise) || dynamic.targets.contains(where: { active($0.check) }) { return true }
            case .allOf(let branches): if branches.contains(where: active) { return true }
            case .anyOf(let branches): if branches.allSatisfy(active) || isCollected && branches.contains(where: active) { return true }
            case .oneOf(let branches): if branches.count > 1 || branches.contains(where: active) { return true }
            case .not: return true
            case .condition(let test, let then, let otherwise):
                if active(then) || active(otherwise) || isCollected && active(test) { return true }
            case .dependent(_, let id, _): if active(id) { return true }
            }
        }
        return false
    }

    mutating func dropIdleParts() {
        if !isCollected {
            if unevaluatedProperties == nil { hasUnevaluatedProperties = false }
            if unevaluatedItems == nil { hasUnevaluatedItems = false }
        }
        let isAsked = isCollected || collects
        if !isAsked {
            if let array {
                if !array.asserts({ $0 != nil }) { self.array = nil } else if array.hasItems, array.items == nil { self.array?.hasItems = false }
            }
            if let object {
                if !object.asserts({ $0 != nil }) { self.object = nil } else if object.hasAdditional, object.additional == nil { self.object?.hasAdditional = false }
            }
        }
        if applications.isEmpty { return }
        applications = applications.filter { application in
            switch application {
            case .anyOf(let branches): isAsked || !branches.contains { $0 == nil }
            case .condition(let test, let then, let otherwise):
                then != nil || otherwise != nil || isAsked && test != nil
            default: true
            }
        }
    }

    mutating func narrowValues() {
        if let values = enumeration, kinds != .all, !integersAreLexical { enumeration = values.filter { kinds.contains($0.kind) } }
    }

    /// The reference that the check consists of.
    var soleReference: CheckID? {
        guard applications.count == 1, case .reference(let target) = applications[0] else { return nil }
        guard kinds == .all, !isNever, !acceptsNull, enumeration == nil, constant == nil else { return nil }
        guard number == nil, string == nil, array == nil, object == nil, !collects else { return nil }
        return target
    }

    /// Whether some value, or some part of it, is looked at more than once. Branches of which each takes its
    /// own kinds of values are not tried one after the other.
    func looksBack(_ areDisjoint: ([CheckID?]) -> Bool) -> Bool {
        var parts = applications.count
        if kinds != .all || number != nil || string != nil || array != nil || object != nil { parts += 1 }
        if parts > 1 || collects { return true }
        for application in applications {
            switch application {
            case .reference, .dynamicReference: break
            case .allOf(let branches): if branches.count > 1 { return true }
            case .anyOf(let branches), .oneOf(let branches): if !areDisjoint(branches) { return true }
            default: return true
            }
        }
        if let array, array.contains != nil { return true }
        if let object, !object.patterns.isEmpty || object.names != nil { return true }
        return false
    }
}

extension ArrayCheck {
    func asserts(_ active: (CheckID?) -> Bool) -> Bool {
        if minItems > 0 || maxItems != nil || isUnique || active(items) || prefix.contains(where: active) { return true }
        guard let contains else { return false }
        return contains.minimum > 0 || contains.maximum != nil
    }
}

extension ObjectCheck {
    func asserts(_ active: (CheckID?) -> Bool) -> Bool {
        if minProperties > 0 || maxProperties != nil || !required.isEmpty || !dependencies.isEmpty { return true }
        if active(additional) || active(names) { return true }
        return properties.contains { active($0.check) } || patterns.contains { active($0.check) }
    }
}

extension Literal {
    var kind: JSONKinds {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .number(let text): ExactNumber(text).map { $0.isInteger } == true ? .integer : .fraction
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}
