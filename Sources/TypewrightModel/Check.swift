import TypewrightSource

/// Names a check in `API.checks`.
@usableFromInline
package struct CheckID: Sendable, Hashable, Comparable {
    @usableFromInline package let index: Int

    package init(_ index: Int) {
        self.index = index
    }

    @inlinable package static func < (a: CheckID, b: CheckID) -> Bool { a.index < b.index }
}

/// What JSON values have to satisfy, schema for schema.
///
/// All is resolved: references are IDs, what cannot fail is gone, patterns are compiled, and what needs
/// to be known of the whole graph (who asks for evaluated properties, which recursion runs through
/// branches, which resources a dynamic reference may lead to) is said on each check.
@usableFromInline
package struct CheckTable: Sendable {
    @usableFromInline package var checks: [Check] = []
    package var patterns: [CheckPattern] = []

    package init() {}

    @inlinable
    package subscript(_ id: CheckID) -> Check {
        _read { yield checks[id.index] }
        _modify { yield &checks[id.index] }
    }

    package subscript(_ id: PatternID) -> CheckPattern { patterns[id.index] }
}

/// Names a pattern in `CheckTable.patterns`.
package struct PatternID: Sendable, Hashable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// A regular expression, with the program that decides it.
package struct CheckPattern: Sendable, Hashable {
    package var source: String
    package var program: String

    package init(source: String, program: String) {
        self.source = source
        self.program = program
    }
}

/// What one schema asks of a value. Where a check speaks of another, `nil` stands for one that accepts everything.
@usableFromInline
package struct Check: Sendable {
    package var origin: Origin
    /// The schema `false`.
    package var isNever = false
    /// `null` is accepted, whatever the rest says.
    package var acceptsNull = false
    package var kinds = JSONKinds.all
    /// Draft-04: `1.0` is no integer.
    package var integersAreLexical = false
    package var enumeration: [Literal]?
    package var constant: Literal?
    package var number: NumberCheck? {
        get { numberAside?.value }
        set { numberAside = Aside(newValue) }
    }
    package var string: StringCheck? {
        get { stringAside?.value }
        set { stringAside = Aside(newValue) }
    }
    package var array: ArrayCheck? {
        get { arrayAside?.value }
        set { arrayAside = Aside(newValue) }
    }
    package var object: ObjectCheck? {
        get { objectAside?.value }
        set { objectAside = Aside(newValue) }
    }
    /// Other checks of the same value, in the order in which violations are told.
    @usableFromInline package var applications: [Application] = []
    /// Of `anyOf` and of `oneOf`, where they are choices between `null` and something else: that.
    package var anyOfBesideNull: BesideNull?
    package var oneOfBesideNull: BesideNull?
    /// After all the others, for what none of them has evaluated.
    @usableFromInline package var unevaluatedProperties: CheckID?
    @usableFromInline package var unevaluatedItems: CheckID?
    /// Whether there are such keywords, even ones that accept everything: they evaluate.
    @usableFromInline package var hasUnevaluatedProperties = false
    @usableFromInline package var hasUnevaluatedItems = false

    /// A check around this one, of the same value, asks what has been evaluated.
    package var isCollected = false
    /// The check leads back to itself through several ways to the same value: what it found is worth remembering.
    package var isRemembered = false
    /// The resource that a dynamic reference, which can be reached from here, may lead to.
    package var scope: Int?

    private var numberAside: Aside<NumberCheck>?
    private var stringAside: Aside<StringCheck>?
    @usableFromInline internal var arrayAside: Aside<ArrayCheck>?
    @usableFromInline internal var objectAside: Aside<ObjectCheck>?

    package init(origin: Origin) {
        self.origin = origin
    }

    @inlinable package var collects: Bool { hasUnevaluatedProperties || hasUnevaluatedItems }

    /// Whether it speaks of other checks, or may. Most speak of none, and a check is copied for every function that is asked of
    /// it in its table.
    @inlinable package var speaksOfOthers: Bool {
        arrayAside != nil || objectAside != nil || !applications.isEmpty || unevaluatedProperties != nil || unevaluatedItems != nil
    }
}

/// The branch that is left for a value that is not null.
package struct BesideNull: Sendable, Hashable {
    /// Among the branches.
    package var place: Int
    /// Whether it has a `type` of its own, which a value of another is told together with `null`.
    package var isTyped: Bool

    package init(place: Int, isTyped: Bool) {
        self.place = place
        self.isTyped = isTyped
    }
}

/// Bounds are numbers as they stand in the document.
package struct NumberCheck: Sendable, Hashable {
    package var minimum: String?
    package var maximum: String?
    package var exclusiveMinimum: String?
    package var exclusiveMaximum: String?
    package var multipleOf: String?
    package var format: String?

    package init() {}
}

package struct StringCheck: Sendable, Hashable {
    /// 0 is no bound.
    package var minLength = 0
    package var maxLength: Int?
    package var pattern: PatternID?
    package var format: String?

    package init() {}
}

@usableFromInline
package struct ArrayCheck: Sendable {
    package var prefix: [CheckID?] = []
    package var items: CheckID?
    /// As the document spells them.
    package var prefixKeyword = "prefixItems"
    package var itemsKeyword = "items"
    /// Whether there is an `items`, even one that accepts everything: it evaluates.
    package var hasItems = false
    package var contains: Contains?
    package var minItems = 0
    package var maxItems: Int?
    package var isUnique = false

    package struct Contains: Sendable {
        package var check: CheckID?
        package var minimum: Int
        package var maximum: Int?
        package var evaluates: Bool

        package init(check: CheckID?, minimum: Int, maximum: Int?, evaluates: Bool) {
            self.check = check
            self.minimum = minimum
            self.maximum = maximum
            self.evaluates = evaluates
        }
    }

    package init() {}
}

@usableFromInline
package struct ObjectCheck: Sendable {
    package var properties: [Property] = []
    package var patterns: [PatternProperty] = []
    package var additional: CheckID?
    /// Whether there is an `additionalProperties`, even one that accepts everything: it evaluates.
    package var hasAdditional = false
    package var names: CheckID?
    package var required: [Required] = []
    package var minProperties = 0
    package var maxProperties: Int?
    package var dependencies: [Dependency] = []

    package struct Property: Sendable {
        package var name: String
        package var check: CheckID?

        package init(name: String, check: CheckID?) {
            self.name = name
            self.check = check
        }
    }

    package struct PatternProperty: Sendable {
        package var pattern: PatternID
        package var check: CheckID?

        package init(pattern: PatternID, check: CheckID?) {
            self.pattern = pattern
            self.check = check
        }
    }

    package struct Required: Sendable, Hashable {
        package var name: String
        /// Which way a value has to go for the property to be demanded.
        package var direction: Direction

        package init(name: String, direction: Direction = .both) {
            self.name = name
            self.direction = direction
        }
    }

    /// Where `name` is there, so have to be others.
    package struct Dependency: Sendable, Hashable {
        package var name: String
        package var required: [String]
        /// As the document spells it.
        package var keyword: String

        package init(name: String, required: [String], keyword: String) {
            self.name = name
            self.required = required
            self.keyword = keyword
        }
    }

    package init() {}
}

/// Checks that are applied to the same value.
@usableFromInline
package enum Application: Sendable {
    case reference(CheckID)
    case dynamicReference(DynamicCheck)
    case allOf([CheckID?])
    case anyOf([CheckID?])
    case oneOf([CheckID?])
    case not(CheckID?)
    case condition(test: CheckID?, then: CheckID?, otherwise: CheckID?)
    /// With the keyword as the document spells it.
    case dependent(name: String, check: CheckID, keyword: String)
}

/// Leads to the target of the outermost resource that has been entered, of those that have one.
@usableFromInline
package struct DynamicCheck: Sendable {
    package var targets: [(scope: Int, check: CheckID?)]
    /// Where no such resource has been entered.
    package var otherwise: CheckID?

    package init(targets: [(scope: Int, check: CheckID?)], otherwise: CheckID?) {
        self.targets = targets
        self.otherwise = otherwise
    }
}
