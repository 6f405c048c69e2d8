/// A struct made of the elements of a JSON array by their positions (`prefixItems`).
public protocol JSONTuple: JSONCodable {
    /// How many elements must be there.
    static var jsonRequiredCount: Int { get }
    /// Reads the element at an index; called for all elements in order.
    mutating func readElement(_ index: Int, from reader: inout JSONReader)
    func writeElements(to writer: inout JSONWriter)
}

extension JSONTuple {
    public mutating func read(from reader: inout JSONReader) {
        if reader.foreign != nil { reader.readForeignText() }
        guard reader.open(0x5B, .array) else { return }
        let place = reader.at - 1
        var index = 0
        var isFirst = true
        while reader.nextElement(&isFirst) {
            readElement(index, from: &reader)
            index += 1
        }
        reader.levels += 1
        if index < Self.jsonRequiredCount, reader.fault == nil {
            reader.fail(.tooFewElements(Self.jsonRequiredCount), at: place)
        }
    }

    public func write(to writer: inout JSONWriter) {
        let first = writer.count
        writeElements(to: &writer)
        writer.close(from: first, 0x5B, 0x5D)
    }
}

extension JSONReader {
    /// An element that no property stands for.
    public mutating func skip() {
        skipValue()
    }
}

extension JSONWriter {
    public mutating func element<Value: JSONCodable>(_ value: Value) {
        reserve(1)
        put(0x2C)
        value.write(to: &self)
    }

    /// Nothing for nil. Only the last elements can be left out.
    public mutating func optionalElement<Value: JSONCodable>(_ value: Value?) {
        if let value { element(value) }
    }

    public mutating func elements<Value: JSONCodable>(_ values: [Value]) {
        for value in values { element(value) }
    }
}
