import TypewrightModel
import TypewrightReader
import TypewrightSpec

/// What one branch of a union is made of.
enum BranchSource {
    case schema(SchemaID)
    /// Several branches of the document, each listing values of the same kind.
    case values([ValueList])
}

/// Choices between values: `oneOf: [{const: a, description: …}, {const: b}]` is how documents say something of each value,
/// which `enum: [a, b]` leaves no room for.
extension Lowerer {
    /// A choice of nothing but values is an enumeration. A plain string among them is how documents say that there may be
    /// others; ours take others anyway.
    func enumeration(of branches: [SchemaID]) -> EnumerationShape? {
        var lists: [ValueList] = []
        var isOpen = false
        for branch in branches {
            if let list = valueList(branch) {
                if let first = lists.first, first.isOfStrings != list.isOfStrings { return nil }
                lists.append(list)
            } else if isPlainString(branch) {
                isOpen = true
            } else {
                return nil
            }
        }
        guard let first = lists.first, !isOpen || first.isOfStrings else { return nil }
        return enumeration(lists)
    }

    /// Branches that list values of the same kind become one, in the place of the first.
    func joiningValues(_ branches: [SchemaID]) -> [BranchSource] {
        let lists = branches.map(valueList)
        let alike = Dictionary(grouping: lists.compactMap { $0 }, by: \.isOfStrings)
        var joined: Set<Bool> = []
        var sources: [BranchSource] = []
        for (branch, list) in zip(branches, lists) {
            guard let list, let all = alike[list.isOfStrings], all.count > 1 else {
                sources.append(.schema(branch))
                continue
            }
            if joined.insert(list.isOfStrings).inserted { sources.append(.values(all)) }
        }
        return sources
    }

    func enumeration(_ lists: [ValueList]) -> EnumerationShape {
        enumeration(lists, base: classifier.base(of: lists.flatMap(\.values)))
    }

    /// A branch that does nothing but list strings, or numbers. Several under a title of their own are a type of their own.
    private func valueList(_ id: SchemaID) -> ValueList? {
        let schema = spec[id]
        guard schema.reference == nil, schema.dynamicReference == nil, !schema.hasApplicators, !schema.hasObject, schema.array == nil else {
            return nil
        }
        guard let values = schema.listed, let kind = values.first?.kind else { return nil }
        guard kind == .string || kind == .number, values.allSatisfy({ $0.kind == kind }) else { return nil }
        return values.count == 1 || schema.annotations?.title == nil ? ValueList(values: values, owner: id, isBranch: true) : nil
    }

    private func isPlainString(_ id: SchemaID) -> Bool {
        guard spec[id].types == .string, spec[id].reference == nil else { return false }
        if case .string = classifier.classify(normalise(PartList(id))) { return true }
        return false
    }
}

extension ValueList {
    /// If not, of numbers.
    fileprivate var isOfStrings: Bool { values.first?.kind == .string }
}
