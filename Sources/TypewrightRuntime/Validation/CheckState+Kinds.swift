extension CheckState {
    @usableFromInline typealias Kind = JSONChecker.Kind
    @usableFromInline typealias Kinds = JSONChecker.Kinds

    /// What comes next.
    @usableFromInline var kind: Kind {
        mutating get {
            reader.skipWhitespace()
            switch reader.at.pointee {
            case 0x22: return .string
            case 0x7B: return .object
            case 0x5B: return .array
            case 0x2D, 0x30...0x39: return .number
            case 0x74, 0x66: return .boolean
            case 0x6E: return .null
            default: return .invalid
            }
        }
    }

    /// What comes next, where values of several types are accepted.
    @usableFromInline mutating func kind(among kinds: Kinds) -> Kind {
        reader.skipWhitespace()
        alternatives = (reader.at, alternatives.at == reader.at ? kinds.union(alternatives.kinds) : kinds)
        return kind
    }

    // MARK: Values that are not looked into

    @usableFromInline mutating func any() {
        skipValue()
    }

    /// The schema `false`: the keyword is the one that it is the value of.
    @usableFromInline mutating func never() {
        switch top.pointee.step {
        case .property where top.pointee.index < 0: skipMismatch("false", .nothing, isNever: true)
        case .property: skipMismatch("properties", .unexpectedProperty, isNever: true)
        case .patternProperties: skipMismatch("patternProperties", .unexpectedProperty, isNever: true)
        case .prefixItems: skipMismatch("prefixItems", .unexpectedItem, isNever: true)
        case .propertyNames: skipMismatch("propertyNames", .nothing, isNever: true)
        case .allOf: skipMismatch("allOf", .nothing, isNever: true)
        case .thenBranch: skipMismatch("then", .nothing, isNever: true)
        case .elseBranch: skipMismatch("else", .nothing, isNever: true)
        case .dependentSchemas: skipMismatch("dependentSchemas", .nothing, isNever: true)
        default: skipMismatch("false", .nothing, isNever: true)
        }
    }

    /// The schema `false` where it stands elsewhere than where it is applied.
    @usableFromInline mutating func never(_ keyword: StaticString, at location: StaticString) {
        push(.scope, location)
        let message: Message = switch keyword.description {
        case "properties", "additionalProperties", "patternProperties", "unevaluatedProperties": .unexpectedProperty
        case "items", "prefixItems", "additionalItems", "unevaluatedItems": .unexpectedItem
        default: .nothing
        }
        skipMismatch(keyword, message, isNever: true)
        pop()
    }

    @usableFromInline mutating func null() {
        if !reader.takeNull() { mismatch(.null) }
    }

    /// Takes a `null` if it comes next, where another type may come as well.
    @usableFromInline mutating func takeNull() -> Bool {
        if reader.takeNull() { return true }
        alternatives = (reader.at, .null)
        return false
    }

    /// Takes a `null` if it comes next. Where something else does, nobody is told that it could have been null.
    @usableFromInline mutating func skipNull() -> Bool {
        reader.takeNull()
    }

    @usableFromInline mutating func boolean() {
        reader.skipWhitespace()
        let first = reader.at.pointee
        guard first == 0x74 || first == 0x66 else { return mismatch(.boolean) }
        _ = reader.boolean()
    }

    /// The whole of a schema.
    @usableFromInline mutating func type(_ kinds: Kinds, at location: StaticString) {
        start(at: location)
        type(kinds)
        done()
    }

    /// Any value of some types.
    @usableFromInline mutating func type(_ kinds: Kinds) {
        let allowed: Bool
        switch kind {
        case .null: allowed = kinds.contains(.null)
        case .boolean: allowed = kinds.contains(.boolean)
        case .string: allowed = kinds.contains(.string)
        case .array: allowed = kinds.contains(.array)
        case .object: allowed = kinds.contains(.object)
        case .number:
            if kinds.contains(.integer) && !kinds.contains(.number) { return integerAmong(kinds) }
            allowed = kinds.contains(.number)
        case .invalid: allowed = true
        }
        if allowed { skipValue() } else { mismatch(kinds) }
    }

    private mutating func integerAmong(_ kinds: Kinds) {
        let place = reader.at
        guard let text = reader.scanNumber() else { return }
        guard !text.isPlainInteger && !ExactDecimal(text.bytes).isInteger else { return }
        let told = told(kinds, at: place)
        report("type", at: place, .type(told.names))
    }

    // MARK: Mismatches

    /// A value of the wrong type comes next, or no value at all.
    @inline(never)
    mutating func mismatch(_ kinds: Kinds) {
        let told = told(kinds, at: reader.at)
        skipMismatch("type", .type(told.names))
    }

    /// What would have been accepted, all in all.
    mutating func told(_ kinds: Kinds, at place: UnsafePointer<UInt8>) -> Kinds {
        alternatives.at == place ? kinds.union(alternatives.kinds) : kinds
    }

    @inline(never)
    mutating func skipMismatch(_ keyword: StaticString, _ message: @autoclosure () -> Message, isNever: Bool = false) {
        if kind != .invalid { report(keyword, at: reader.at, isNever: isNever, message()) }
        skipValue()
    }

    @inline(__always)
    mutating func skipValue() {
        reader.skipWhitespace()
        if memory.isOn && skipByMemory() { return }
        // After a fault there is nothing to skip, and nothing to find fault with.
        if reader.fault == nil { reader.skipValue() }
    }
}
