/// What generated code checks JSON text with: a method for each part of a schema, of which every call takes one value
/// from the text. There is no walk over schemas at run time: what a schema says is the code itself.
///
///     public static func check(_ c: JSONChecker) {
///         c.object(jsonKeys, at: "#/components/schemas/Voice")
///         while let key = c.next() {
///             switch key {
///             case .k0: c.string(minLength: 1)
///             case .k2: c.number(minimum: 0.6, maximum: 1.5)
///             default: break
///             }
///         }
///     }
///
/// It stands for a `CheckState`, which cannot be copied; there, at the method of the same name, is what each does. To the
/// compiler this is a value like any other: following one that cannot be copied on every path of every generated check
/// took a tenth of its time. All is inlinable, so that optimised programs call the state's methods as directly as before.
public struct JSONChecker: @unchecked Sendable {
    // `@unchecked`: the pointer is good during a check only, and there is no second one at the same time.
    @usableFromInline let state: UnsafeMutablePointer<CheckState>

    @inline(__always)
    init(_ state: UnsafeMutablePointer<CheckState>) { self.state = state }
}

// MARK: - Schemas of several parts

extension JSONChecker {
    @inlinable public func begin(at location: StaticString = "") { state.pointee.begin(at: location) }
    @inlinable public func start(at location: StaticString) { state.pointee.start(at: location) }
    @inlinable public func start(anyOf index: Int, at location: StaticString = "") { state.pointee.start(anyOf: index, at: location) }
    @inlinable public func start(oneOf index: Int, at location: StaticString = "") { state.pointee.start(oneOf: index, at: location) }
    @inlinable public func done() { state.pointee.done() }
    @inlinable public func again() { state.pointee.again() }
    @inlinable public func allOf(_ index: Int) { state.pointee.allOf(index) }
}

// MARK: - Objects

// What is asked of most objects and arrays has a method of its own: every file gets the arguments that a call leaves out
// as functions, and every call calls them.
extension JSONChecker {
    @inlinable public func object(_ keys: JSONKeys, at location: StaticString) { object(keys, minProperties: 0, at: location) }
    @inlinable public func object() { object(minProperties: 0) }
    @inlinable public func object(
        _ keys: JSONKeys, minProperties: Int = 0, maxProperties: Int = .max, evaluates: Int = 0, at location: StaticString = ""
    ) {
        state.pointee.object(keys, minProperties: minProperties, maxProperties: maxProperties, evaluates: evaluates, at: location)
    }
    @inlinable public func object(minProperties: Int = 0, maxProperties: Int = .max, at location: StaticString = "") {
        state.pointee.object(minProperties: minProperties, maxProperties: maxProperties, at: location)
    }
    @inlinable public func readOnly(_ keys: Int...) { state.pointee.readOnly(keys) }
    @inlinable public func writeOnly(_ keys: Int...) { state.pointee.writeOnly(keys) }
    @inlinable public func next() -> JSONKey? { state.pointee.next() }
    @inlinable public func rest() { state.pointee.rest() }
    @inlinable public var index: Int { state.pointee.index }
}

// MARK: - Members that are not listed

extension JSONChecker {
    @inlinable public func unexpected() { state.pointee.unexpected() }
    @inlinable public func isAdditional() -> Bool { state.pointee.isAdditional() }
    @inlinable public func matches(_ pattern: Pattern) -> Bool { state.pointee.matches(pattern) }
    @inlinable public func beginName() { state.pointee.beginName() }
    @inlinable public func endName() { state.pointee.endName() }
}

// MARK: - What some members ask of others

extension JSONChecker {
    @inlinable public func dependency(of key: Int, on required: [Int], by keyword: StaticString = "dependentRequired") {
        state.pointee.dependency(of: key, on: required, by: keyword)
    }
    @inlinable public func has(_ name: StaticString) -> Bool { state.pointee.has(name) }
}

// MARK: - Arrays

extension JSONChecker {
    @inlinable public func array() { array(minItems: 0) }
    @inlinable public func strings() { strings(minItems: 0) }
    @inlinable public func array(
        minItems: Int = 0, maxItems: Int = .max, unique: Bool = false, prefix: Int = 0, at location: StaticString = ""
    ) {
        state.pointee.array(minItems: minItems, maxItems: maxItems, unique: unique, prefix: prefix, at: location)
    }
    @inlinable public func nextItem() -> Bool { state.pointee.nextItem() }
    @inlinable public func numbers(minItems: Int = 0, maxItems: Int = .max, unique: Bool = false, at location: StaticString = "") {
        state.pointee.numbers(minItems: minItems, maxItems: maxItems, unique: unique, at: location)
    }
    @inlinable public func strings(minItems: Int = 0, maxItems: Int = .max, unique: Bool = false, at location: StaticString = "") {
        state.pointee.strings(minItems: minItems, maxItems: maxItems, unique: unique, at: location)
    }
    @inlinable public func unexpectedItem() { state.pointee.unexpectedItem() }
    @inlinable public func evaluated() { state.pointee.evaluated() }
    @inlinable public func containing(_ minimum: Int, _ maximum: Int = .max) { state.pointee.containing(minimum, maximum) }
    @inlinable public func contains(evaluates: Bool = false) { state.pointee.contains(evaluates: evaluates) }
    @inlinable public var item: Int { state.pointee.item }
}

// MARK: - Alternatives

extension JSONChecker {
    @inlinable public func anyOf(at location: StaticString = "") { state.pointee.anyOf(at: location) }
    @inlinable public func oneOf(at location: StaticString = "") { state.pointee.oneOf(at: location) }
    @inlinable public func not(at location: StaticString = "") { state.pointee.not(at: location) }
    @inlinable public func condition(at location: StaticString = "") { state.pointee.condition(at: location) }
    @inlinable public func anyOf(by property: StaticString, at location: StaticString = "") {
        state.pointee.anyOf(by: property, at: location)
    }
    @inlinable public func oneOf(by property: StaticString, at location: StaticString = "") {
        state.pointee.oneOf(by: property, at: location)
    }
    @inlinable public func branch() -> Bool { state.pointee.branch() }
    @inlinable public func branch(_ kinds: Kinds) -> Bool { state.pointee.branch(kinds) }
    @inlinable public func branch(_ tag: StaticString) -> Bool { state.pointee.branch(tag) }
    @inlinable public func then() -> Bool { state.pointee.then() }
    @inlinable public func otherwise() -> Bool { state.pointee.otherwise() }
    @inlinable public func end() { state.pointee.end() }
}

// MARK: - What no part of a schema has looked at

extension JSONChecker {
    @inlinable public func beginCollecting(at location: StaticString = "") { state.pointee.beginCollecting(at: location) }
    @inlinable public func endCollecting() { state.pointee.endCollecting() }
    @inlinable public func unevaluatedProperties() { state.pointee.unevaluatedProperties() }
    @inlinable public func unevaluatedItems() { state.pointee.unevaluatedItems() }
    @inlinable public func nextUnevaluated() -> Bool { state.pointee.nextUnevaluated() }
    @inlinable public func unevaluated() { state.pointee.unevaluated() }
}

// MARK: - Recursion

extension JSONChecker {
    @inlinable public func enter(_ check: Int, at location: StaticString = "") -> Bool { state.pointee.enter(check, at: location) }
    @inlinable public func leave() { state.pointee.leave() }
}

// MARK: - Schemas that depend on where they are used from

extension JSONChecker {
    @inlinable public func enter(resource: Int) -> Bool { state.pointee.enter(resource: resource) }
    @inlinable public func leave(scope isNew: Bool) { state.pointee.leave(scope: isNew) }
    @inlinable public func outermost(of resources: [Int]) -> Int { state.pointee.outermost(of: resources) }
}
