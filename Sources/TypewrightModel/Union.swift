/// `oneOf`, `anyOf`, several types at once: one value of several kinds, open to more.
package struct UnionShape: Sendable {
    package var branches: [Branch]
    package var selections: [Selection]

    package struct Branch: Sendable {
        package var type: TypeReference
        /// What it may be called, best first: the branch's reference, its title, its discriminator value, its kind.
        package var nameHints: [String]
        package var documentation: Documentation
        /// Kept elsewhere, because a cycle closes here or much is held: the payload needs a box.
        package var isBoxed = false
        /// What a value of this branch has to satisfy; decides between branches that nothing else tells apart.
        package var check: CheckID?

        package init(
            type: TypeReference, nameHints: [String] = [], documentation: Documentation = Documentation(), check: CheckID? = nil
        ) {
            self.type = type
            self.nameHints = nameHints
            self.documentation = documentation
            self.check = check
        }
    }

    /// How the branch is found for values of some JSON kinds. A kind in no selection belongs to no branch.
    package struct Selection: Sendable {
        package var kinds: JSONKinds
        package var strategy: UnionStrategy

        package init(kinds: JSONKinds, strategy: UnionStrategy) {
            self.kinds = kinds
            self.strategy = strategy
        }
    }

    package init(branches: [Branch], selections: [Selection]) {
        self.branches = branches
        self.selections = selections
    }
}

/// In the order of preference. Branches are given as indices.
package enum UnionStrategy: Sendable {
    /// Only one branch takes values of the kind.
    case only(Int)
    /// A property's value tells: a declared discriminator, or a `const` that differs between branches.
    case property(name: String, values: [(value: Literal, branch: Int)], otherwise: Int?)
    /// A property that only this branch requires is there. Checked in order.
    case presence([(property: String, branch: Int)], otherwise: Int?)
    /// The first branch whose check accepts the value, else the first that can be read.
    case trial([Int])
}

/// The kinds of JSON values.
@usableFromInline
package struct JSONKinds: OptionSet, Sendable, Hashable {
    @usableFromInline package let rawValue: UInt8

    @inlinable
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// What `OptionSet` has for all does so by way of a sequence of unknown type.
    @inlinable
    package init(arrayLiteral elements: JSONKinds...) {
        var all: UInt8 = 0
        for element in elements { all |= element.rawValue }
        rawValue = all
    }

    package static let null = JSONKinds(rawValue: 1)
    package static let boolean = JSONKinds(rawValue: 2)
    package static let integer = JSONKinds(rawValue: 4)
    /// A number with a fraction; every number is `integer` or `fraction`.
    package static let fraction = JSONKinds(rawValue: 8)
    package static let string = JSONKinds(rawValue: 16)
    package static let array = JSONKinds(rawValue: 32)
    package static let object = JSONKinds(rawValue: 64)
    package static let number: JSONKinds = [.integer, .fraction]
    package static let all = JSONKinds(rawValue: 127)

    @inlinable package var isSingle: Bool { rawValue.nonzeroBitCount == 1 }

    /// Each kind alone, in a fixed order.
    package static let each: [JSONKinds] = [.null, .boolean, .integer, .fraction, .string, .array, .object]
}
