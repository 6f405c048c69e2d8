// Types of the standard library are validated by what they hold.

extension Array where Element: JSONCodable {
    public static func check(_ c: JSONChecker) {
        c.array()
        while c.nextItem() { Element.check(c) }
    }
}

extension Dictionary where Key == String, Value: JSONCodable {
    public static func check(_ c: JSONChecker) {
        c.object()
        while c.next() != nil { Value.check(c) }
    }
}

extension Optional where Wrapped: JSONCodable {
    public static func check(_ c: JSONChecker) {
        if !c.takeNull() { Wrapped.check(c) }
    }
}

extension String {
    public static func check(_ c: JSONChecker) { c.string() }
}

extension Bool {
    public static func check(_ c: JSONChecker) { c.boolean() }
}

extension Int {
    public static func check(_ c: JSONChecker) { c.integer() }
}

extension Double {
    public static func check(_ c: JSONChecker) { c.number() }
}
