/// What a text may cost before it is refused.
package struct ReaderLimits: Sendable {
    /// How deeply arrays and objects may stand in one another.
    package var depth = 512
    /// How many values YAML aliases may stand for, all told, before it counts as an attack.
    package var aliasedValues = 2_000_000

    package init() {}

    package init(depth: Int) { self.depth = depth }
}
