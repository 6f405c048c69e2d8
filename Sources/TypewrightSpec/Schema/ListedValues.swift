import TypewrightReader

/// `oneOf: [{const: a, description: …}, {const: b}]` says something of each value, which `enum` leaves no room for.
package struct ListedValues {
    package var values: [Node]
    /// Whether `null` is another one.
    package var hasNull: Bool
}

extension Spec {
    /// The values that a choice consists of: it accepts what `enum` would. What is no such value is none of them, which tells
    /// more than that it is of no alternative.
    package func listedValues(of schema: Schema) -> ListedValues? {
        guard schema.enumeration == nil, schema.constant == nil, let applicators = schema.applicators else { return nil }
        guard applicators.anyOf.isEmpty != applicators.oneOf.isEmpty else { return nil }
        var values: [Node] = []
        var nulls = 0
        for branch in applicators.anyOf + applicators.oneOf {
            if isNull(branch), self[branch].acceptsPlainNull {
                nulls += 1
            } else if let list = self[branch].plainValues {
                values += list
            } else {
                return nil
            }
        }
        guard !values.isEmpty, nulls < 2, areDistinct(values) else { return nil }
        return ListedValues(values: values, hasNull: nulls == 1)
    }

    /// `oneOf` accepts no value that is listed twice.
    private func areDistinct(_ values: [Node]) -> Bool {
        var strings: Set<String> = []
        var integers: Set<Int> = []
        return values.allSatisfy { value in
            if let text = value.string { return strings.insert(text).inserted }
            return value.number?.int.map { integers.insert($0).inserted } ?? false
        }
    }
}

extension Schema {
    /// What `const` or `enum` lists.
    package var listed: [Node]? { constant.map { [$0] } ?? enumeration }

    /// Strings and integers that the schema lists, where it asks nothing else.
    fileprivate var plainValues: [Node]? {
        guard let values = listed, constant == nil || enumeration == nil else { return nil }
        return asksNothingElse && !isNullable && values.allSatisfy(accepts) ? values : nil
    }

    fileprivate var acceptsPlainNull: Bool {
        asksNothingElse && types?.contains(.null) != false && constant.map { $0.kind == .null } != false
            && enumeration.map { $0.contains { $0.kind == .null } } != false
    }

    /// Beside types and values.
    private var asksNothingElse: Bool {
        reference == nil && dynamicReference == nil && !integersAreLexical && format == nil && !hasApplicators
            && numeric == nil && string == nil && array == nil && !hasObject
    }

    private func accepts(_ value: Node) -> Bool {
        switch value.kind {
        case .string: types?.contains(.string) ?? true
        case .number: value.number?.int != nil && (types.map { !$0.isDisjoint(with: [.integer, .number]) } ?? true)
        default: false
        }
    }
}
