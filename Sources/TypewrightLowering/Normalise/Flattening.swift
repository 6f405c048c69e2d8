import TypewrightModel
import TypewrightSpec

/// An intersection pulled apart: `$ref` and `allOf` followed, `null` taken out of unions, unions of one opened.
struct Flattened {
    /// What stands in the intersection, each with only its own keywords.
    var own: [SchemaID] = []
    /// References to named types that nothing forced open.
    var named: [TypeID] = []
    var unions: [UnionGroup] = []
    /// Somebody said that `null` is fine, whatever the rest says.
    var isNullable = false
    /// A boolean schema `false`.
    var isNever = false

    struct UnionGroup: Hashable {
        /// `null` aside.
        var branches: [SchemaID]
        var isExclusive: Bool
        /// The schema that the group stands in: where its discriminator is.
        var owner: SchemaID
    }
}

struct Flattener {
    let spec: Spec
    /// Named schemas, to stop at.
    let named: NamedTypes
    /// Whether references to named schemas are opened too.
    let opensNamed: Bool
    private var visited = VisitedSchemas()
    private(set) var result = Flattened()
    /// What is still to be looked at, the next of it last: an intersection may go deeper through references than functions may
    /// call each other.
    private var waiting: [Step] = []

    private enum Step {
        case schema(SchemaID, isOutermost: Bool)
        case group([SchemaID], isExclusive: Bool, owner: SchemaID, isOutermost: Bool)
    }

    init(spec: Spec, named: NamedTypes, opensNamed: Bool) {
        self.spec = spec
        self.named = named
        self.opensNamed = opensNamed
    }

    /// `isHome`: the parts are the named schema itself, not a use of it.
    mutating func add(_ list: PartList, isHome: Bool) {
        for part in list.parts {
            if part.isOwnOnly {
                result.own.append(part.schema)
            } else if !isHome, !opensNamed, let type = named[part.schema] {
                result.named.append(type)
            } else {
                open(part.schema, isOutermost: true)
                while let step = waiting.popLast() { take(step) }
            }
        }
    }

    private mutating func take(_ step: Step) {
        switch step {
        case .schema(let id, let isOutermost):
            if !opensNamed, let type = named[id] {
                if !result.named.contains(type) { result.named.append(type) }
            } else {
                open(id, isOutermost: isOutermost)
            }
        case .group(let branches, let isExclusive, let owner, let isOutermost):
            add(group: branches, isExclusive: isExclusive, owner: owner, isOutermost: isOutermost)
        }
    }

    private mutating func open(_ id: SchemaID, isOutermost: Bool) {
        guard visited.insert(id) else { return }
        let schema = spec[id]
        if schema.boolean == false { result.isNever = true }
        if schema.boolean != nil { return }
        if schema.isNullable, isOutermost { result.isNullable = true }
        result.own.append(id)
        if let applicators = schema.applicators {
            put(group: applicators.oneOf, isExclusive: true, owner: id, isOutermost: isOutermost)
            put(group: applicators.anyOf, isExclusive: false, owner: id, isOutermost: isOutermost)
            for member in applicators.allOf.reversed() { waiting.append(.schema(member, isOutermost: false)) }
        }
        if let target = schema.dynamicReference?.target { waiting.append(.schema(target, isOutermost: isOutermost)) }
        if let target = schema.reference?.target { waiting.append(.schema(target, isOutermost: isOutermost)) }
    }

    private mutating func put(group: [SchemaID], isExclusive: Bool, owner: SchemaID, isOutermost: Bool) {
        if group.isEmpty { return }
        waiting.append(.group(group, isExclusive: isExclusive, owner: owner, isOutermost: isOutermost))
    }

    /// `anyOf: [X, {type: null}]` is how 3.1 writes a nullable X.
    private mutating func add(group: [SchemaID], isExclusive: Bool, owner: SchemaID, isOutermost: Bool) {
        let branches = group.filter { !spec.isNull($0) }
        if branches.count < group.count, isOutermost { result.isNullable = true }
        if branches.isEmpty {
            // Nothing but null: the first branch says so.
            result.own.append(group[0])
        } else if branches.count == 1 {
            waiting.append(.schema(branches[0], isOutermost: isOutermost))
        } else if !branches.contains(where: { visited.contains(spec[$0].reference?.target ?? $0) }) {
            // `Base` is a choice of its heirs, each with `allOf` `Base`: an heir has made that choice.
            if isOutermost, spec[owner].mayBeNull, branches.contains(where: acceptsNull) { result.isNullable = true }
            result.unions.append(Flattened.UnionGroup(branches: branches, isExclusive: isExclusive, owner: owner))
        }
    }

    /// `anyOf: [{type: object, nullable: true}, X]`: a branch that has values besides `null`.
    private func acceptsNull(_ branch: SchemaID) -> Bool {
        var schema = spec[branch]
        // The bound is against circles.
        for _ in 0..<16 {
            if schema.isNullable || schema.types?.contains(.null) == true { return true }
            guard schema.types == nil, let target = schema.reference?.target else { return false }
            schema = spec[target]
        }
        return false
    }
}

/// A set that is mostly of one or two: those are not worth a table.
private struct VisitedSchemas {
    private var few: [SchemaID] = []
    private var many: Set<SchemaID> = []

    func contains(_ id: SchemaID) -> Bool { few.contains(id) || (!many.isEmpty && many.contains(id)) }

    /// Whether it was not there yet.
    mutating func insert(_ id: SchemaID) -> Bool {
        if few.count == 8 { return !few.contains(id) && many.insert(id).inserted }
        if few.contains(id) { return false }
        few.append(id)
        return true
    }
}

extension Schema {
    /// No type of its own forbids `null`.
    fileprivate var mayBeNull: Bool { isNullable || types.map { $0.contains(.null) } ?? true }
}
