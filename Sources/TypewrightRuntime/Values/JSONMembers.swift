/// The members of a JSON object, in their order. Of members with the same name there is
/// one.
///
/// Equality does not look at the order.
public struct JSONMembers: Sendable {
    public typealias Element = (key: String, value: JSONValue)

    /// Objects that were read from one text share the lists of their keys.
    private var list: JSONKeyList
    private(set) var values: [JSONValue]

    public init() {
        self.init(.empty, [])
    }

    public init(_ elements: some Sequence<(String, JSONValue)>) {
        self.init()
        for (key, value) in elements { self[key] = value }
    }

    /// A value for each key.
    init(_ list: JSONKeyList, _ values: [JSONValue]) {
        self.list = list
        self.values = values
    }

    /// A value for each key, of which the first `JSONKeyList.indexedCount` must be different from each other: of others
    /// the last value is kept.
    init(mostlyUnique keys: [String], _ values: [JSONValue]) {
        self.init(JSONKeyList(keys), values)
        guard list.isAmbiguous else { return }
        self = JSONMembers(zip(keys, values))
    }

    public subscript(key: String) -> JSONValue? {
        get { list.place(of: key).map { values[$0] } }
        set {
            switch (list.place(of: key), newValue) {
            case (let place?, let value?): values[place] = value
            case (let place?, nil):
                values.remove(at: place)
                own().remove(at: place)
            case (nil, let value?):
                values.append(value)
                own().append(key)
            case (nil, nil): break
            }
        }
    }

    /// The list of the keys, for changes: no other object has it.
    private mutating func own() -> JSONKeyList {
        if !isKnownUniquelyReferenced(&list) { list = JSONKeyList(list.names) }
        return list
    }
}

/// The keys of objects, in their order. Changed only while it belongs to a single object.
final class JSONKeyList: @unchecked Sendable {
    // Looking for a change that goes on meanwhile takes a twentieth of the time to print a value, and there can be none.
    @exclusivity(unchecked) private(set) var names: [String]
    /// Where each key is, once there are too many to compare them one by one.
    private var places: [ExactText: Int]?

    static let indexedCount = 32
    static let empty = JSONKeyList([])

    init(_ names: [String]) {
        self.names = names
        makeIndexIfLarge()
    }

    /// Whether keys are repeated behind the first `indexedCount`.
    var isAmbiguous: Bool { places.map { $0.count != names.count } ?? false }

    func place(of key: String) -> Int? {
        let text = ExactText(text: key)
        if let places { return places[text] }
        return names.firstIndex { ExactText(text: $0) == text }
    }

    func append(_ key: String) {
        names.append(key)
        if places != nil { places?[ExactText(text: key)] = names.count - 1 } else { makeIndexIfLarge() }
    }

    func remove(at place: Int) {
        names.remove(at: place)
        places = nil
        makeIndexIfLarge()
    }

    private func makeIndexIfLarge() {
        guard names.count > Self.indexedCount else { return }
        places = Dictionary(names.enumerated().map { (ExactText(text: $1), $0) }) { _, last in last }
    }
}

extension JSONMembers: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { values.count }
    public subscript(position: Int) -> Element { (list.names[position], values[position]) }
    public var keys: [String] { list.names }
}

extension JSONMembers: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}

extension JSONMembers: Hashable {
    public static func == (a: JSONMembers, b: JSONMembers) -> Bool {
        if a.list === b.list { return a.values == b.values }
        guard a.count == b.count else { return false }
        for (position, member) in a.enumerated() {
            // Mostly the order is the same.
            let other = b[position]
            let value = ExactText(text: other.key) == ExactText(text: member.key) ? other.value : b[member.key]
            if value != member.value { return false }
        }
        return true
    }

    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in self {
            var one = Hasher()
            one.combine(member.key)
            one.combine(member.value)
            sum &+= one.finalize()
        }
        hasher.combine(sum)
    }
}

extension JSONMembers: JSONCodable, Codable {
    public init(_ blank: JSONBlank) { self.init() }

    public mutating func read(from reader: inout JSONReader) {
        if reader.kind != .object { return reader.fail(.expected(.object)) }
        self = reader.anyValue().members
    }

    public func write(to writer: inout JSONWriter) {
        let first = writer.count
        writer.writeMembers(self)
        writer.close(from: first, 0x7B, 0x7D)
    }
}

extension JSONMemberWriter {
    /// The members that no property of the struct stands for.
    public func others(_ members: JSONMembers) { writer.pointee.writeMembers(members) }
}

extension JSONWriter {
    mutating func writeMembers(_ members: JSONMembers) {
        members.keys.withUnsafeBufferPointer { keys in
            members.values.withUnsafeBufferPointer { values in
                guard let key = UnsafeMutablePointer(mutating: keys.baseAddress),
                    let value = UnsafeMutablePointer(mutating: values.baseAddress)
                else { return }
                for index in 0..<values.count { member(&key[index], &value[index]) }
            }
        }
    }

    /// Does not change anything, like `writeInPlace`.
    @inline(__always)
    private mutating func member(_ key: inout String, _ value: inout JSONValue) {
        reserve(1)
        put(0x2C)
        self.value(key)
        reserve(1)
        put(0x3A)
        value.write(to: &self)
    }
}
