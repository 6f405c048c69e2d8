/// Where values come from when they are read from a `Decoder`.
final class ForeignReader {
    private var container: KeyedDecodingContainer<JSONCodingKey>?
    private var single: (any SingleValueDecodingContainer)?
    private var key = JSONCodingKey("")
    private(set) var error: (any Error)?

    static func read<Value: JSONCodable>(_ value: inout Value, from decoder: any Decoder) throws {
        throw JSONError(fault: .foreign, offset: 0)
    }
}

struct JSONCodingKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
}

extension JSONReader {
    mutating func readForeign<Value: Decodable>(_ value: inout Value) {
    }
    mutating func readForeignNumber<Value: Decodable>(_ value: inout Value) {
    }
    mutating func readForeignOptionalNumber<Value: Decodable>(_ value: inout Value?) {
    }
    mutating func readForeignObject<Object: JSONObject>(_ object: inout Object, _ keys: JSONKeys) {
    }
}

extension JSONWriter {
    static func encode(_ value: any JSONCodable, to encoder: any Encoder) throws {
    }
}
