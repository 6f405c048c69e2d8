/// A bound on a value, as documentation tells it. What validation does is in the checks.
package enum Constraint: Sendable, Hashable {
    case minimum(String)
    case maximum(String)
    case exclusiveMinimum(String)
    case exclusiveMaximum(String)
    case multipleOf(String)
    case minLength(Int)
    case maxLength(Int)
    case pattern(String)
    case format(String)
    case minItems(Int)
    case maxItems(Int)
    case uniqueItems
    case minProperties(Int)
    case maxProperties(Int)
}
