/// The members of a JSON object, in their order. Of members with the same name there is
/// one.
///
/// Equality does not look at the order.
public struct JSONMembers: Sendable {
    public typealias Element = (key: String, value: JSONValue)

    struct Member: Sendable {
        var key: String
        var value: JSONValue
    }

    private(set) var members: [Member] = []
    /// Where each key is, once there are too many to compare them one by one.
    private var places: [ExactText: Int]?

    static let indexedCount = 32

    public init() {}

    public init(_ elements: some Sequence<(String, JSONValue)>) {
        for (key, value) in elements { self[key] = value }
    }

    /// The first `indexedCount` keys must be different from each other.
    init(mostlyUnique members: [Member]) {
        self.members = members
        guard members.count > Self.indexedCount else { return }
        makeIndexIfLarge()
        if places?.count != members.count { dropRepeated() }
    }

    /// Of members with the same key keeps the last value.
    private mutating func dropRepeated() {
        let all = members
        self = JSONMembers()
        for member in all { self[member.key] = member.value }
    }

    public subscript(key: String) -> JSONValue? {
        get { place(of: key).map { members[$0].value } }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): remove(at: place)
            case (nil, let value?):
                members.append(Member(key: key, value: value))
                if places != nil { places?[ExactText(text: key)] = members.count - 1 } else { makeIndexIfLarge() }
            case (nil, nil): break
            }
        }
    }

    private func place(of key: String) -> Int? {
        if let places { return places[ExactText(text: key)] }
        let text = ExactText(text: key)
        return members.firstIndex { ExactText(text: $0.key) == text }
    }

    private mutating func remove(at place: Int) {
        members.remove(at: place)
        places = nil
        makeIndexIfLarge()
    }

    private mutating func makeIndexIfLarge() {
        guard members.count > Self.indexedCount else { return }
        places = Dictionary(members.enumerated().map { (ExactText(text: $1.key), $0) }) { _, last in last }
    }
}

extension JSONMembers: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { members.count }
    public subscript(position: Int) -> Element { (members[position].key, members[position].value) }
    public var keys: [String] { members.map(\.key) }
}

extension JSONMembers: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}

extension JSONMembers: Hashable {
    public static func == (a: JSONMembers, b: JSONMembers) -> Bool {
        guard a.count == b.count else { return false }
        for (position, member) in a.members.enumerated() {
            // Mostly the order is the same.
            let other = b.members[position]
            let value = ExactText(text: other.key) == ExactText(text: member.key) ? other.value : b[member.key]
            if value != member.value { return false }
        }
        return true
    }

    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members {
            var one = Hasher()
            one.combine(member.key)
            one.combine(member.value)
            sum &+= one.finalize()
        }
        hasher.combine(sum)
    }
}

extension JSONMembers: JSONCodable {
    public init(_ blank: JSONBlank) { self.init() }

    public mutating func read(from reader: inout JSONReader) {
        var value = JSONValue.null
        if reader.kind != .object { return reader.fail(.expected(.object)) }
        reader.readValue(&value)
        self = value.members
    }

    public func write(to writer: inout JSONWriter) {
        let first = writer.count
        writer.others(self)
        writer.close(from: first, 0x7B, 0x7D)
    }
}

extension JSONWriter {
    /// The members that no property of the struct stands for.
    public mutating func others(_ members: JSONMembers) {
        for member in members.members {
            reserve(1)
            put(0x2C)
            value(member.key)
            reserve(1)
            put(0x3A)
            member.value.write(to: &self)
        }
    }
}
