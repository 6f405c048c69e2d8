/// The members of an object that a `Decoder` gives, where generated code expects JSON text.
///
/// A struct read from a decoder gets a `JSONReader` of an empty text with one of these.
/// Every fast path of the reader then fails at once, and the slow one asks here; so
/// generated code needs no line for `Codable`, and reading JSON is not slower for it.
final class ForeignReader {
    let container: KeyedDecodingContainer<JSONCodingKey>
    /// The member that is being read.
    var key = JSONCodingKey("")
    var error: (any Error)?

    init(_ container: KeyedDecodingContainer<JSONCodingKey>) {
        self.container = container
    }
}

/// Any property name as a `CodingKey`.
struct JSONCodingKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { stringValue = String(intValue) }
}

extension ForeignReader {
    /// Reads a struct from a decoder, property by property.
    static func read<Object: JSONObject>(_ object: inout Object, from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONCodingKey.self)
        let foreign = ForeignReader(container)
        // A scan may load a word at the end of the text: the zeros are there for it.
        let empty = Empty.text
        var reader = JSONReader(start: empty, end: empty, options: JSONReadOptions())
        reader.foreign = foreign
        let table = Object.jsonKeys.table
        for index in 0..<table.pointee.count {
            foreign.key = JSONCodingKey(table.pointee.names[index])
            if container.contains(foreign.key) {
                withUnsafeMutablePointer(to: &reader) {
                    object.readMember(JSONKey(index: index), from: JSONMemberReader($0, index: index))
                }
            } else if table.pointee.isRequired(index) {
                throw DecodingError.keyNotFound(foreign.key, DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "the required property \"\(foreign.key.stringValue)\" is missing"
                ))
            }
            if let error = foreign.error { throw error }
        }
        guard table.pointee.keepsOthers else { return }
        for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue })
        where Object.jsonKeys.index(of: key.stringValue) < 0 {
            foreign.key = key
            withUnsafeMutablePointer(to: &reader) { object.readMember(.other, from: JSONMemberReader($0)) }
            if let error = foreign.error { throw error }
        }
    }

    private enum Empty {
        nonisolated(unsafe) static let text: UnsafePointer<UInt8> = {
            let zeros = UnsafeMutablePointer<UInt8>.allocate(capacity: JSONReader.padding)
            zeros.initialize(repeating: 0, count: JSONReader.padding)
            return UnsafePointer(zeros)
        }()
    }
}

// The slow paths of the reader. Without a foreign source they do nothing: then there was a
// fault, and it has been noted.
extension JSONReader {
    mutating func readForeign(_ value: inout String) {
        foreign?.take(&value) { try $0.decode(String.self, forKey: $1) }
    }

    mutating func readForeign(_ value: inout Int) {
        foreign?.take(&value) { try $0.decode(Int.self, forKey: $1) }
    }

    mutating func readForeign(_ value: inout Double) {
        foreign?.take(&value) { try $0.decode(Double.self, forKey: $1) }
    }

    mutating func readForeign(_ value: inout Bool) {
        foreign?.take(&value) { try $0.decode(Bool.self, forKey: $1) }
    }

    @usableFromInline @inline(never)
    mutating func readForeign<Value: Decodable>(_ value: inout Value) {
        foreign?.take(&value) { try $0.decode(Value.self, forKey: $1) }
    }
}

extension ForeignReader {
    /// Whether the member is a `null`.
    var isNull: Bool { (try? container.decodeNil(forKey: key)) ?? false }

    fileprivate func take<Value>(
        _ value: inout Value,
        _ read: (KeyedDecodingContainer<JSONCodingKey>, JSONCodingKey) throws -> Value
    ) {
        do { value = try read(container, key) } catch { self.error = error }
    }
}
