/// The header fields of a request or an answer: in order, repeated where they were repeated,
/// found without regard to case.
public struct HeaderFields: Sendable, Hashable {
    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    private var fields: [Field] = []

    public init() {}

    public init(_ fields: [Field]) {
        self.fields = fields
    }

    /// None yet, but room for so many.
    package init(capacity: Int) {
        fields.reserveCapacity(capacity)
    }

    /// The first value under that name. Setting it replaces every field of the name, `nil` removes them.
    public subscript(_ name: String) -> String? {
        get { fields.first { HeaderFields.same($0.name, name) }?.value }
        set {
            guard let newValue else {
                fields.removeAll { HeaderFields.same($0.name, name) }
                return
            }
            guard let first = fields.firstIndex(where: { HeaderFields.same($0.name, name) }) else {
                fields.append(Field(name: name, value: newValue))
                return
            }
            fields[first].value = newValue
            let rest = fields.index(after: first)
            var kept = Array(fields[..<rest])
            kept.append(contentsOf: fields[rest...].filter { !HeaderFields.same($0.name, name) })
            fields = kept
        }
    }

    /// Every value under that name, in order.
    public func values(_ name: String) -> [String] {
        fields.filter { HeaderFields.same($0.name, name) }.map(\.value)
    }

    /// Adds a field and leaves those of the same name as they are.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Takes over the fields of `other`, which replace fields of the same name here.
    public mutating func merge(_ other: HeaderFields) {
        if other.fields.isEmpty { return }
        for field in other.fields { self[field.name] = nil }
        fields.append(contentsOf: other.fields)
    }

    /// Field names compare as ASCII without case (RFC 9110, 5.1).
    package static func same(_ a: String, _ b: String) -> Bool {
        guard a.utf8.count == b.utf8.count else { return false }
        return a == b || a.withBytes { a in b.withBytes { b in a.elementsEqual(b) { lowercasedASCII($0) == lowercasedASCII($1) } } }
    }
}

extension HeaderFields: RandomAccessCollection {
    public var startIndex: Int { fields.startIndex }
    public var endIndex: Int { fields.endIndex }
    public subscript(position: Int) -> Field { fields[position] }
}

extension HeaderFields: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }
}

extension HeaderFields: CustomStringConvertible, CustomReflectable {
    /// One field per line, with what looks like a secret left out.
    public var description: String {
        fields.map { "\($0.name): \(HeaderFields.looksSecret($0.name) ? "***" : $0.value)" }.joined(separator: "\n")
    }

    public var customMirror: Mirror { Mirror(self, unlabeledChildren: description.split(separator: "\n")) }

    /// Names that usually carry credentials, for printing only.
    static func looksSecret(_ name: String) -> Bool {
        if same(name, "idempotency-key") { return false }
        return name.withBytes { name in secretEndings.contains { ends(name, with: $0) } }
    }

    private static let secretEndings: [[UInt8]] = [
        "authorization", "cookie", "token", "secret", "key", "password", "signature",
    ].map { (ending: String) in Array(ending.utf8) }

    /// From the last byte on, for most names differ there from most endings.
    private static func ends(_ name: UnsafeBufferPointer<UInt8>, with ending: [UInt8]) -> Bool {
        let start = name.count - ending.count
        return start >= 0 && ending.indices.reversed().allSatisfy { lowercasedASCII(name[start + $0]) == ending[$0] }
    }
}

func lowercasedASCII(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
