// Values that hold no others, and what any value may be.

// MARK: - Any value, and which kind it is of

extension JSONChecker {
    public func kind(among kinds: Kinds) -> Kind { state.pointee.kind(among: kinds) }
    public func any() { state.pointee.any() }
    public func never() { state.pointee.never() }
    public func never(_ keyword: StaticString, at location: StaticString) { state.pointee.never(keyword, at: location) }
    public func null() { state.pointee.null() }
    public func value(among values: JSONValues, _ kinds: Kinds) { state.pointee.value(among: values, kinds) }
    public func value(among values: JSONValues) { state.pointee.value(among: values) }
    public func takeNull() -> Bool { state.pointee.takeNull() }
    public func boolean() { state.pointee.boolean() }
    public func type(_ kinds: Kinds, at location: StaticString) { state.pointee.type(kinds, at: location) }
    public func type(_ kinds: Kinds) { state.pointee.type(kinds) }
    public var kind: Kind { state.pointee.kind }
}

// MARK: - Strings

extension JSONChecker {
    public func string() { state.pointee.string() }
    public func string(minLength: Int, maxLength: Int = .max) { state.pointee.string(minLength: minLength, maxLength: maxLength) }
    public func string(maxLength: Int) { state.pointee.string(maxLength: maxLength) }
    public func string(minLength: Int = 0, maxLength: Int = .max, pattern: Pattern) {
        state.pointee.string(minLength: minLength, maxLength: maxLength, pattern: pattern)
    }
    public func string(minLength: Int = 0, maxLength: Int = .max, pattern: Pattern, format: JSONFormat) {
        state.pointee.string(minLength: minLength, maxLength: maxLength, pattern: pattern, format: format)
    }
    public func string(minLength: Int = 0, maxLength: Int = .max, format: JSONFormat) {
        state.pointee.string(minLength: minLength, maxLength: maxLength, format: format)
    }
    public func string(_ constant: StaticString) { state.pointee.string(constant) }
    public func value(_ constant: StaticString) { state.pointee.value(constant) }
    public func string(among names: JSONKeys) { state.pointee.string(among: names) }
    public func value(among names: JSONKeys) { state.pointee.value(among: names) }
    public func string<Case>(among cases: JSONCases<Case>, at location: StaticString) {
        state.pointee.string(among: cases, at: location)
    }
    public func string<Case>(among cases: JSONCases<Case>) { state.pointee.string(among: cases) }
    public func value<Case>(among cases: JSONCases<Case>, at location: StaticString) {
        state.pointee.value(among: cases, at: location)
    }
    public func value<Case>(among cases: JSONCases<Case>) { state.pointee.value(among: cases) }
}

// MARK: - Numbers

extension JSONChecker {
    public func integer() { state.pointee.integer() }
    public func integer(minimum: Int) { state.pointee.integer(minimum: minimum) }
    public func integer(maximum: Int) { state.pointee.integer(maximum: maximum) }
    public func integer(minimum: Int, maximum: Int) { state.pointee.integer(minimum: minimum, maximum: maximum) }
    public func integer(minimum: Int = .min, maximum: Int = .max, above: Int = .min, below: Int = .max, multipleOf: Int = 0) {
        state.pointee.integer(minimum: minimum, maximum: maximum, above: above, below: below, multipleOf: multipleOf)
    }
    public func integer(_ bounds: NumberBounds) { state.pointee.integer(bounds) }
    public func lexicalInteger(_ bounds: NumberBounds = NumberBounds()) { state.pointee.lexicalInteger(bounds) }
    public func number() { state.pointee.number() }
    public func number(minimum: Double) { state.pointee.number(minimum: minimum) }
    public func number(maximum: Double) { state.pointee.number(maximum: maximum) }
    public func number(minimum: Double, maximum: Double) { state.pointee.number(minimum: minimum, maximum: maximum) }
    public func number(
        minimum: Double = -.infinity, maximum: Double = .infinity, above: Double = -.infinity, below: Double = .infinity
    ) {
        state.pointee.number(minimum: minimum, maximum: maximum, above: above, below: below)
    }
    public func number(_ bounds: NumberBounds) { state.pointee.number(bounds) }
}
