/// An enum of strings that keeps the strings it does not know.
///
/// By far the most frequent enum, so its names are matched in a table: two enums of eight cases with a `switch` in
/// each direction compile as slowly as three of these. And it is no `JSONEnum`, whose requirements would be its own
/// as well: each costs the compiler more than a millisecond for each enum, whoever meets it.
public protocol JSONStringEnum: JSONCodable {
    static var jsonCases: JSONCases<Self> { get }
    static func unrecognized(_ rawValue: String) -> Self
    /// The value in JSON.
    var rawValue: String { get }
}

extension JSONStringEnum {
    /// The cases of the document, without `unrecognized`.
    public static var allKnownCases: [Self] {
        let cases = jsonCases
        return Array(UnsafeBufferPointer(start: cases.cases, count: cases.names.table.pointee.count))
    }

    /// The known case of a value, else `unrecognized`.
    public init(rawValue: String) {
        let cases = Self.jsonCases
        let index = cases.names.index(of: rawValue)
        self = index < 0 ? .unrecognized(rawValue) : cases.cases[index]
    }

    public init(_ blank: JSONBlank) {
        self = .unrecognized("")
    }

    public mutating func read(from reader: inout JSONReader) {
        reader.readEnum(&self)
    }

    public func write(to writer: inout JSONWriter) {
        writer.value(rawValue)
    }

    public static func == (a: Self, b: Self) -> Bool {
        a.rawValue == b.rawValue
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(rawValue)
    }

    public func encode(to encoder: any Encoder) throws {
        try rawValue.encode(to: encoder)
    }
}

/// The known cases of a string enum and a table of their names. A table lives as long as the
/// program: each generated enum has one, in a `static let`.
public struct JSONCases<Case: JSONStringEnum>: @unchecked Sendable, ExpressibleByArrayLiteral {
    // `@unchecked`: what is behind the pointer is never changed after `init`. An `Array`
    // would cost code that does not know `Case` a look at its metadata for each element.
    let cases: UnsafePointer<Case>
    let names: JSONKeys

    public init(arrayLiteral cases: Case...) {
        let table = UnsafeMutablePointer<Case>.allocate(capacity: max(cases.count, 1))
        for (index, value) in cases.enumerated() { (table + index).initialize(to: value) }
        self.cases = UnsafePointer(table)
        names = JSONKeys(names: cases.map(\.rawValue), areValues: true)
    }
}

extension JSONReader {
    mutating func readEnum<Value: JSONStringEnum>(_ value: inout Value) {
        skipWhitespace()
        guard at.pointee == 0x22 else { return readOtherEnum(&value) }
        let cases = Value.jsonCases
        if let entry = cases.names.entry(at: at) {
            at += entry.pointee.textCount
            value = cases.cases[entry.pointee.index]
        } else {
            readEnumSlowly(&value)
        }
    }

    /// What is no string in the text may be one that comes from a `Decoder`.
    @inline(never)
    private mutating func readOtherEnum<Value: JSONStringEnum>(_ value: inout Value) {
        var rawValue = ""
        read(&rawValue)
        if fault == nil { value = Value(rawValue: rawValue) }
    }

    /// Reads an enum of many cases, with escapes, or with a value it does not know.
    @inline(never)
    private mutating func readEnumSlowly<Value: JSONStringEnum>(_ value: inout Value) {
        guard let text = scanString() else { return }
        if text.hasEscapes {
            value = Value(rawValue: string(text))
            return
        }
        let cases = Value.jsonCases
        let index = cases.names.index(of: text.start, text.count)
        if index >= 0 {
            value = cases.cases[index]
        } else {
            strangers += 1
            value = .unrecognized(string(text))
        }
    }
}
