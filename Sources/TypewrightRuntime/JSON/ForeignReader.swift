/// A value that a `Decoder` gives, where generated code expects JSON text.
///
/// What is read from a decoder gets a `JSONReader` of an empty text with one of these. Every fast path of the
/// reader then fails at once, and the slow one asks here; so generated code needs no line for `Codable`, and
/// reading JSON is not slower for it. Who has to look ahead, as unions have, goes on in a text made of the value.
final class ForeignReader {
    let decoder: any Decoder
    /// The object that is being read member by member: then the value is that of its `key`.
    fileprivate(set) var members: ForeignMembers?
    fileprivate var error: (any Error)?
    /// What `readForeignText` goes on in.
    private var text: UnsafeMutablePointer<UInt8>?

    fileprivate init(_ decoder: any Decoder) {
        self.decoder = decoder
    }

    deinit { text?.deallocate() }
}

/// By itself, for whether there is one is asked for each value: of an optional container the runtime would have to
/// look up how it is stored.
final class ForeignMembers {
    let container: KeyedDecodingContainer<JSONCodingKey>
    fileprivate(set) var key = JSONCodingKey("")

    fileprivate init(_ container: KeyedDecodingContainer<JSONCodingKey>) {
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

// MARK: - Values

/// How a decoder is asked for a value of a type that is only known to be readable from JSON.
struct ForeignValue<Value: JSONCodable>: Decodable {
    let value: Value

    fileprivate init(value: Value) { self.value = value }

    init(from decoder: any Decoder) throws {
        var value = Value(JSONBlank())
        let foreign = ForeignReader(decoder)
        var reader = JSONReader(foreign)
        value.read(from: &reader)
        foreign.note(reader)
        if let error = foreign.error { throw error }
        self.value = value
    }
}

/// The same of an array. Each element is moved to its place, where mapping an array of them would copy it.
struct ForeignElements<Value: JSONCodable>: Decodable {
    fileprivate var values: [Value] = []

    fileprivate init() {}

    init(from decoder: any Decoder) throws {
        var elements = try decoder.unkeyedContainer()
        while !elements.isAtEnd { values.append(try elements.decode(ForeignValue<Value>.self).value) }
    }
}

extension ForeignReader {
    /// Whether the value is a `null`.
    var isNull: Bool {
        if let members { return (try? members.container.decodeNil(forKey: members.key)) ?? false }
        return (try? decoder.singleValueContainer().decodeNil()) ?? false
    }

    /// - Parameter read: takes it from the object that it is a member of. Containers are asked for the type at
    ///   hand, where it is known: their generic way takes several times as long.
    fileprivate func take<Value: Decodable>(
        _ value: inout Value,
        _ read: (KeyedDecodingContainer<JSONCodingKey>, JSONCodingKey) throws -> Value
    ) {
        do {
            value = if let members { try read(members.container, members.key) } else { try Value(from: decoder) }
        } catch {
            self.error = error
        }
    }

    fileprivate func take<Value: Decodable>(_ value: inout Value) {
        take(&value) { try $0.decode(Value.self, forKey: $1) }
    }

    /// The members of the value, which come next one by one; nil where it has none, which is noted.
    fileprivate func open() -> ForeignMembers? {
        do { members = ForeignMembers(try decoder.container(keyedBy: JSONCodingKey.self)) } catch { self.error = error }
        return members
    }

    fileprivate func misses(_ key: JSONCodingKey) {
        error = DecodingError.keyNotFound(key, DecodingError.Context(
            codingPath: decoder.codingPath,
            debugDescription: "the required property \"\(key.stringValue)\" is missing"
        ))
    }

    /// Notes what is wrong with a text that was made of the value.
    fileprivate func note(_ reader: borrowing JSONReader) {
        guard error == nil, let fault = reader.fault else { return }
        let text = UnsafeBufferPointer(start: reader.start, count: reader.count)
        let cause = JSONError(fault, offset: reader.offset(of: reader.faultAt), in: text)
        error = DecodingError.dataCorrupted(DecodingError.Context(
            codingPath: decoder.codingPath + (members.map { [$0.key] } ?? []), debugDescription: "\(cause)", underlyingError: cause
        ))
    }

    /// The value as text, with zeros behind it; good until the next one is made.
    fileprivate func makeText() -> UnsafeBufferPointer<UInt8>? {
        do {
            var value = JSONValue.null
            take(&value)
            let bytes = try value.json()
            text?.deallocate()
            let text = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + JSONReader.padding)
            text.initialize(repeating: 0, count: bytes.count + JSONReader.padding)
            text.update(from: bytes, count: bytes.count)
            self.text = text
            return UnsafeBufferPointer(start: text, count: bytes.count)
        } catch {
            self.error = error
            return nil
        }
    }
}

// MARK: - The slow paths of the reader

// Without a foreign source they do nothing: then there was a fault, and it has been noted.
extension JSONReader {
    fileprivate init(_ foreign: ForeignReader) {
        self.init(start: Self.noText, end: Self.noText, options: JSONReadOptions())
        self.foreign = foreign
    }

    /// A scan may load a word at the end of the text: the zeros are there for it.
    private nonisolated(unsafe) static let noText: UnsafePointer<UInt8> = {
        let zeros = UnsafeMutablePointer<UInt8>.allocate(capacity: padding)
        zeros.initialize(repeating: 0, count: padding)
        return UnsafePointer(zeros)
    }()

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

    mutating func readForeign<Value: Decodable>(_ value: inout Value) {
        foreign?.take(&value)
    }

    @usableFromInline @inline(never)
    mutating func readForeign<Value: JSONCodable>(elements value: inout [Value]) {
        var read = ForeignElements<Value>()
        foreign?.take(&read)
        value = read.values
    }

    @inline(never)
    mutating func readForeign<Value: JSONCodable>(members value: inout [String: Value]) {
        var read: [String: ForeignValue<Value>] = [:]
        foreign?.take(&read)
        value = read.mapValues { $0.value }
    }

    /// Reads a struct, property by property.
    @inline(never)
    mutating func readForeign<Object: JSONObject>(object: inout Object) {
        guard let foreign else { return }
        if foreign.members != nil {
            var read = ForeignValue(value: object)
            foreign.take(&read)
            object = read.value
            return
        }
        guard let members = foreign.open() else { return }
        let table = Object.jsonKeys.table
        for index in 0..<table.pointee.count {
            let key = JSONCodingKey(table.pointee.names[index])
            if members.container.contains(key) {
                members.key = key
                readForeign(JSONKey(index: index), index, of: &object, foreign)
            } else if table.pointee.isRequired(index) {
                foreign.misses(key)
            }
            if foreign.error != nil { return }
        }
        guard table.pointee.keepsOthers else { return }
        // Decoders give keys in no particular order.
        for key in members.container.allKeys.sorted(by: { $0.stringValue < $1.stringValue })
        where Object.jsonKeys.index(of: key.stringValue) < 0 {
            members.key = key
            readForeign(.other, -1, of: &object, foreign)
            if foreign.error != nil { return }
        }
    }

    private mutating func readForeign<Object: JSONObject>(
        _ key: JSONKey, _ index: Int, of object: inout Object, _ foreign: ForeignReader
    ) {
        withUnsafeMutablePointer(to: &self) { object.readMember(key, from: JSONMemberReader($0, index: index)) }
        guard self.foreign == nil else { return }
        // It went on in a text, which has been read.
        foreign.note(self)
        self = JSONReader(foreign)
    }

    /// Goes on in a text made of the value, for who has to look ahead: at its kind, for a property that tells the branch.
    @inline(never)
    mutating func readForeignText() {
        guard let text = foreign?.makeText(), let start = text.baseAddress else { return }
        self = JSONReader(start: start, end: start + text.count, options: JSONReadOptions())
    }
}
