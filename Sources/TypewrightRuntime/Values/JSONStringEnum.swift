/// An enum of strings that keeps the strings it does not know.
///
/// By far the most frequent enum, so its names are matched in a table. Two enums of eight
/// cases with a `switch` in each direction compile as slowly as three of these.
public protocol JSONStringEnum: JSONEnum where RawValue == String {
    static var jsonCases: JSONCases<Self> { get }
}

extension JSONStringEnum {
    public static var allKnownCases: [Self] { jsonCases.cases }

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

/// The known cases of a string enum and a table of their names.
public struct JSONCases<Case: JSONStringEnum>: Sendable, ExpressibleByArrayLiteral {
    let cases: [Case]
    let names: JSONKeys

    public init(arrayLiteral cases: Case...) {
        self.cases = cases
        names = JSONKeys(names: cases.map(\.rawValue))
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
        guard let text = scanString() else { return }
        if text.hasEscapes {
            value = Value(rawValue: string(text))
            return
        }
        let cases = Value.jsonCases
        let index = cases.names.index(of: text.start, text.count)
        value = index < 0 ? .unrecognized(string(text)) : cases.cases[index]
    }
}
