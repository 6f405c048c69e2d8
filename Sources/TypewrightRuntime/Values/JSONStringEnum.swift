/// An enum of strings that keeps the strings it does not know.
///
/// By far the most frequent enum, so its names are matched in a table. Two enums of eight
/// cases with a `switch` in each direction compile as slowly as three of these.
public protocol JSONStringEnum: JSONEnum where RawValue == String {
    static var jsonCases: JSONCases<Self> { get }
}

extension JSONStringEnum {
    public static var allKnownCases: [Self] {
        let cases = jsonCases
        return Array(UnsafeBufferPointer(start: cases.cases, count: cases.names.table.pointee.count))
    }

    public init(rawValue: String) {
        let cases = Self.jsonCases
        let index = cases.names.index(of: rawValue)
        self = index < 0 ? .unrecognized(rawValue) : cases.cases[index]
    }

    public mutating func read(from reader: inout JSONReader) {
        reader.readEnum(&self)
    }

    public func write(to writer: inout JSONWriter) {
        writer.value(rawValue)
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
        guard at.pointee == 0x22 else {
            var rawValue = ""
            read(&rawValue)
            if fault == nil { value = Value(rawValue: rawValue) }
            return
        }
        let cases = Value.jsonCases
        if let entry = cases.names.entry(at: at) {
            at += entry.pointee.textCount
            value = cases.cases[entry.pointee.index]
        } else {
            readEnumSlowly(&value)
        }
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
