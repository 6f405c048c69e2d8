/// What the checker remembers of a schema that is being applied.
///
/// Frames form a stack. A frame of a schema that stands alone knows its location; the one of a schema
/// written into its parent's code is found from the parent's location and the step that led there.
///
/// A frame is used again and again, and each role sets only the fields that it looks at: to set them all
/// would take longer than to check a small value.
struct Frame {
    var role: Role
    /// Empty when the schema is part of the one below.
    var location: StaticString
    /// How the part of the schema that is applied now is reached from this one.
    var step = Step.here
    /// Completes `step`: a key, an item, a branch.
    var index = -1
    var stepName: StaticString = ""

    /// The value that the schema is applied to, and how deep the reader may still go from there.
    var start: UnsafePointer<UInt8>
    var levels = 0
    /// Whether a schema around this one asks which properties or items have been evaluated.
    var collects = false
    /// How many marks there were when the frame, or its present branch, began.
    var marks = 0

    // Objects and arrays.
    var keys: JSONKeys?
    var expected = 0
    var isFirst = true
    var count = 0
    var minCount = 0
    var maxCount = Int.max
    /// The current member's opening quote, and the current value. For branches, the value of the property
    /// that tells objects apart; the object itself where it does not have that.
    var key: UnsafePointer<UInt8>?
    var value: UnsafePointer<UInt8>?
    var seen: UInt64 = 0
    var required: UInt64 = 0
    /// Keys with a smaller index are properties of the schema, not only required by it.
    var evaluated = 0
    /// Whether a pattern took the current key.
    var isMatched = false
    /// Where the frame's part of a side stack begins.
    var side = 0
    var isUnique = false

    // Branches.
    var isOpen = false
    var matches = 0
    var secondMatch = -1
    var valueEnd: UnsafePointer<UInt8>?

    // Memory of what was found before.
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
        case property, additionalProperties, patternProperties, propertyNames, unevaluatedProperties
        case prefixItems, items, unevaluatedItems, contains
        case allOf, anyOf, oneOf, not, ifBranch, thenBranch, elseBranch, dependentSchemas
    }

    var isContainer: Bool { role == .object || role == .array }

    /// One that has not been used.
    init(start: UnsafePointer<UInt8>) {
        role = .scope
        location = ""
        self.start = start
    }

    mutating func beginObject() {
        (minCount, maxCount) = (0, .max)
        keys = nil
        expected = 0
        isFirst = true
        count = 0
        key = nil
        value = nil
        seen = 0
        required = 0
        evaluated = 0
        isMatched = false
    }

    mutating func beginArray() {
        (minCount, maxCount) = (0, .max)
        isUnique = false
        keys = nil
        expected = 0
        isFirst = true
        count = 0
        value = nil
        isOpen = false
        matches = 0
    }

    mutating func beginBranches() {
        key = nil
        isFirst = false
        isOpen = false
        expected = 0
        matches = 0
        secondMatch = -1
        valueEnd = nil
    }
}
