/// What the checker remembers of a schema that is being applied.
///
/// Frames form a stack. A frame of a schema that stands alone knows its location; the one of a schema
/// written into its parent's code is found from the parent's location and the step that led there.
///
/// A frame is used again and again, and each role sets only the fields that it looks at: to set them all
/// would take longer than to check a small value.
struct Frame: @unchecked Sendable {
    // `@unchecked`: as `CheckState`, to which it belongs.
    // What `begin` sets comes first: eight bytes that are written at once.
    var role = Role.scope
    /// How the part of the schema that is applied now is reached from this one.
    var step = Step.here
    /// Before the first member or item. Of `contains`, whether it evaluates.
    var isFirst = false
    /// Whether a pattern took the current key.
    var isMatched = false
    /// Whether a branch is running; of an array, whether there is `contains`.
    var isOpen = false
    var isUnique = false
    /// Whether the object has keys beyond the first 64, or dependencies.
    var hasMore = false
    /// Whether branches are told apart by a property, whose value stands at `key`.
    var hasTag = false

    /// Whether a schema around this one asks which properties or items have been evaluated.
    var collects = false
    /// The same for schemas that are applied to the same value from here.
    var passesOn = false
    /// Whether other schemas go through the object as well; see `shareEnds`.
    var isShared = false
    /// Whether keys are expected in the order that objects had before, and not in the schema's.
    var followsText = false
    /// Which frame several schemas have begun at that are applied to the value, or -1.
    var sharer = -1
    /// Where the ends of the object's values are noted, or -1, and where the next are going to be.
    var ends = -1
    var firstEnd = 0
    /// Completes `step`: a key, an item, a branch.
    var index = -1
    /// Empty when the schema is part of the one below.
    var location: StaticString = ""
    var stepName: StaticString = ""

    /// The value that the schema is applied to, and how deep the reader may still go from there.
    var start: UnsafePointer<UInt8>
    var levels = 0
    /// How many marks there were when the present branch began, or the frame, if it collects.
    var marks = 0

    // Objects and arrays.
    /// The current value; before the first one, the object or array itself.
    var value: UnsafePointer<UInt8>
    var minCount = 0
    var maxCount = Int.max
    var keys: JSONKeys?
    /// The key that probably comes next.
    var entry: UnsafePointer<JSONKeys.Entry>
    /// The current member's opening quote. For branches, the value of the property that tells objects
    /// apart; the object itself where it does not have that.
    var key: UnsafePointer<UInt8>
    var count = 0
    var seen: UInt64 = 0
    var required: UInt64 = 0
    /// Keys with a smaller index are properties of the schema, not only required by it.
    var evaluated = 0
    /// How many items have schemas of their own. Of branches, the first one that has matched.
    var expected = 0
    /// Where the frame's part of a side stack begins.
    var side = 0

    // Branches; `contains` of arrays.
    var matches = 0
    var secondMatch = -1
    var valueEnd: UnsafePointer<UInt8>

    // Memory of what was found before; the least number that `contains` wants.
    var memo: Int = -1
    var failures = 0

    enum Role: UInt8 {
        /// Several things are applied to the same value.
        case scope
        case object, array
        /// A value of another kind than the one that was expected: there is nothing to do.
        case nothing
        case anyOf, oneOf, not, condition, contains
    }

    enum Step: UInt8 {
        case here
        /// Of a member that is not listed, `additionalProperties`.
        case property
        case additionalProperties, patternProperties, propertyNames, unevaluatedProperties
        case prefixItems, items, unevaluatedItems, contains
        case allOf, anyOf, oneOf, not, ifBranch, thenBranch, elseBranch, dependentSchemas
    }

    var isContainer: Bool { role == .object || role == .array }

    /// One that has not been used.
    init(start: UnsafePointer<UInt8>, entry: UnsafePointer<JSONKeys.Entry>) {
        self.start = start
        self.entry = entry
        value = start
        key = start
        valueEnd = start
    }

    @inline(__always)
    mutating func begin(_ role: Role) {
        self.role = role
        step = .here
        isFirst = true
        isMatched = false
        isOpen = false
        isUnique = false
        hasMore = false
        hasTag = false
        isShared = false
        index = -1
    }

    @inline(__always)
    mutating func beginContainer(_ entry: UnsafePointer<JSONKeys.Entry>) {
        value = start
        minCount = 0
        maxCount = .max
        keys = nil
        self.entry = entry
        count = 0
        seen = 0
        required = 0
        evaluated = 0
        expected = 0
    }
}
