extension API {
    /// Whether an alias's schema asks more of a value than the type that it stands for checks by itself:
    /// `type Email = String` says nothing of a format. Such an alias gets a validator beside it.
    package func needsValidator(_ id: TypeID) -> Bool {
        guard case .alias(let target) = self[id].shape, let check = self[id].check else { return false }
        return !isChecked(check, by: target, depth: 0)
    }

    /// What arrays, dictionaries and the types of the standard library check is what they are, and what they hold.
    private func isChecked(_ check: CheckID?, by type: TypeReference, depth: Int) -> Bool {
        guard depth < 16 else { return false }
        if case .named(let id) = type {
            if case .alias(let target) = self[id].shape { return isChecked(check, by: target, depth: depth + 1) }
            return self[id].check == check
        }
        guard let check = check.map({ checks[$0] }) else { return type == .any }
        guard check.asksForKindAlone else { return false }
        switch type {
        case .boolean: return check.kinds == .boolean
        case .integer(.int): return check.kinds == .integer
        case .number(.double): return check.kinds == .number
        case .string: return check.kinds == .string
        case .array(let element):
            guard check.kinds == .array, check.array?.asksForItemsAlone ?? true else { return false }
            return isChecked(check.array?.items, by: element, depth: depth + 1)
        case .map(let value):
            guard check.kinds == .object, check.object?.asksForAdditionalAlone ?? true else { return false }
            return isChecked(check.object?.additional, by: value, depth: depth + 1)
        default: return false
        }
    }
}

extension Check {
    fileprivate var asksForKindAlone: Bool {
        if isNever || acceptsNull || integersAreLexical || enumeration != nil || constant != nil { return false }
        return number == nil && string == nil && applications.isEmpty && !collects && scope == nil
    }
}

extension ArrayCheck {
    fileprivate var asksForItemsAlone: Bool {
        prefix.isEmpty && contains == nil && minItems == 0 && maxItems == nil && !isUnique
    }
}

extension ObjectCheck {
    fileprivate var asksForAdditionalAlone: Bool {
        properties.isEmpty && patterns.isEmpty && names == nil && required.isEmpty && dependencies.isEmpty
            && minProperties == 0 && maxProperties == nil
    }
}
