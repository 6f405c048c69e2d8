// Values that hold no others, and what any value may be.

// MARK: - Any value, and which kind it is of

extension JSONChecker {
    @inlinable public func kind(among kinds: Kinds) -> Kind { state.pointee.kind(among: kinds) }
    @inlinable public func any() { state.pointee.any() }
    @inlinable public func never() { state.pointee.never() }
    @inlinable public func never(_ keyword: StaticString, at location: StaticString) { state.pointee.never(keyword, at: location) }
    @inlinable public func null() { state.pointee.null() }
    @inlinable public func value(among values: JSONValues, _ kinds: Kinds) { state.pointee.value(among: values, kinds) }
    @inlinable public func value(among values: JSONValues) { state.pointee.value(among: values) }
    @inlinable public func takeNull() -> Bool { state.pointee.takeNull() }
    @inlinable public func skipNull() -> Bool { state.pointee.skipNull() }
    @inlinable public func boolean() { state.pointee.boolean() }
    @inlinable public func type(_ kinds: Kinds, at location: StaticString) { state.pointee.type(kinds, at: location) }
    @inlinable public func type(_ kinds: Kinds) { state.pointee.type(kinds) }
    @inlinable public var kind: Kind { state.pointee.kind }
}

// MARK: - Strings

extension JSONChecker {
    @inlinable public func string() { state.pointee.string() }
    @inlinable public func string(minLength: Int, maxLength: Int = .max) { state.pointee.string(minLength: minLength, maxLength: maxLength) }
    @inlinable public func string(maxLength: Int) { state.pointee.string(maxLength: maxLength) }
    @inlinable public func string(minLength: Int = 0, maxLength: Int = .max, pattern: Pattern) {
        state.pointee.string(minLength: minLength, maxLength: maxLength, pattern: pattern)
    }
    @inlinable public func string(minLength: Int = 0, maxLength: Int = .max, pattern: Pattern, format: JSONFormat) {
        state.pointee.string(minLength: minLength, maxLength: maxLength, pattern: pattern, format: format)
    }
    @inlinable public func string(minLength: Int = 0, maxLength: Int = .max, format: JSONFormat) {
        state.pointee.string(minLength: minLength, maxLength: maxLength, format: format)
    }
    @inlinable public func string(_ constant: StaticString) { state.pointee.string(constant) }
    @inlinable public func string(_ constant: StaticString, at location: StaticString) { state.pointee.string(constant, at: location) }
    @inlinable public func value(_ constant: StaticString) { state.pointee.value(constant) }
    @inlinable public func value(_ constant: StaticString, at location: StaticString) { state.pointee.value(constant, at: location) }
    @inlinable public func string(among names: JSONKeys) { state.pointee.string(among: names) }
    @inlinable public func value(among names: JSONKeys) { state.pointee.value(among: names) }
    @inlinable public func takes<Case>(oneOf cases: JSONCases<Case>) -> Bool { state.pointee.takes(oneOf: cases) }
    @inlinable public func string<Case>(among cases: JSONCases<Case>, at location: StaticString) {
        state.pointee.string(among: cases, at: location)
    }
    @inlinable public func string<Case>(among cases: JSONCases<Case>) { state.pointee.string(among: cases) }
    @inlinable public func value<Case>(among cases: JSONCases<Case>, at location: StaticString) {
        state.pointee.value(among: cases, at: location)
    }
    @inlinable public func value<Case>(among cases: JSONCases<Case>) { state.pointee.value(among: cases) }
}

// MARK: - Numbers

extension JSONChecker {
    @inlinable public func integer() { state.pointee.integer() }
    @inlinable public func integer(minimum: Int) { state.pointee.integer(minimum: minimum) }
    @inlinable public func integer(maximum: Int) { state.pointee.integer(maximum: maximum) }
    @inlinable public func integer(minimum: Int, maximum: Int) { state.pointee.integer(minimum: minimum, maximum: maximum) }
    @inlinable public func integer(minimum: Int = .min, maximum: Int = .max, above: Int = .min, below: Int = .max, multipleOf: Int = 0) {
        state.pointee.integer(minimum: minimum, maximum: maximum, above: above, below: below, multipleOf: multipleOf)
    }
    @inlinable public func integer(_ bounds: NumberBounds) { state.pointee.integer(bounds) }
    @inlinable public func lexicalInteger(_ bounds: NumberBounds = NumberBounds()) { state.pointee.lexicalInteger(bounds) }
    @inlinable public func number() { state.pointee.number() }
    @inlinable public func number(minimum: Double) { state.pointee.number(minimum: minimum) }
    @inlinable public func number(maximum: Double) { state.pointee.number(maximum: maximum) }
    @inlinable public func number(minimum: Double, maximum: Double) { state.pointee.number(minimum: minimum, maximum: maximum) }
    @inlinable public func number(
        minimum: Double = -.infinity, maximum: Double = .infinity, above: Double = -.infinity, below: Double = .infinity
    ) {
        state.pointee.number(minimum: minimum, maximum: maximum, above: above, below: below)
    }
    @inlinable public func number(_ bounds: NumberBounds) { state.pointee.number(bounds) }
}
