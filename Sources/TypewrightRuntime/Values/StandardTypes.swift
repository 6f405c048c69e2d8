// The types of the standard library that stand for JSON values as they are.

extension String: JSONCodable {
    public init(_ blank: JSONBlank) { self = "" }
    public mutating func read(from reader: inout JSONReader) { reader.read(&self) }
    public func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Int: JSONCodable {
    public init(_ blank: JSONBlank) { self = 0 }
    public mutating func read(from reader: inout JSONReader) { reader.read(&self) }
    public func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Int32: JSONCodable {
    public init(_ blank: JSONBlank) { self = 0 }
    public mutating func read(from reader: inout JSONReader) { reader.readInteger(&self) }
    public func write(to writer: inout JSONWriter) { writer.value(Int(self)) }
}

extension Int64: JSONCodable {
    public init(_ blank: JSONBlank) { self = 0 }
    public mutating func read(from reader: inout JSONReader) { reader.readInteger(&self) }
    public func write(to writer: inout JSONWriter) {
        writer.integer(negative: self < 0, magnitude: magnitude)
    }
}

extension UInt64: JSONCodable {
    public init(_ blank: JSONBlank) { self = 0 }
    public mutating func read(from reader: inout JSONReader) { reader.readInteger(&self) }
    public func write(to writer: inout JSONWriter) { writer.integer(negative: false, magnitude: self) }
}

extension Double: JSONCodable {
    public init(_ blank: JSONBlank) { self = 0 }
    public mutating func read(from reader: inout JSONReader) { reader.read(&self) }
    public func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Float: JSONCodable {
    public init(_ blank: JSONBlank) { self = 0 }
    public mutating func read(from reader: inout JSONReader) { reader.readFloat(&self) }
    public func write(to writer: inout JSONWriter) { writer.floating(description, isFinite: isFinite) }
}

extension Bool: JSONCodable {
    public init(_ blank: JSONBlank) { self = false }
    public mutating func read(from reader: inout JSONReader) { reader.read(&self) }
    public func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Array: JSONCodable where Element: JSONCodable {
    public init(_ blank: JSONBlank) { self = [] }
    public mutating func read(from reader: inout JSONReader) { reader.read(&self) }
    public func write(to writer: inout JSONWriter) { writer.writeArray(self) }
}

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    public init(_ blank: JSONBlank) { self = [:] }
    public mutating func read(from reader: inout JSONReader) { reader.read(&self) }
    public func write(to writer: inout JSONWriter) { writer.writeDictionary(self) }
}

/// An optional element: `null` is nil.
extension Optional: JSONCodable where Wrapped: JSONCodable {
    public init(_ blank: JSONBlank) { self = nil }
    public mutating func read(from reader: inout JSONReader) { reader.read(&self) }
    public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.null() }
    }
}
