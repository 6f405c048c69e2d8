/// The values of an `enum` or a `const`, prepared for comparison: numbers by what they mean, objects
/// whatever the order of their members.
public struct JSONValues: Sendable {
    let texts: [String]
    private let values: Set<CanonicalJSON>
    /// How many bytes the longest of them takes in that form.
    private let longest: Int
    let keyword: StaticString

    /// - Parameter texts: JSON, one value each.
    public init(_ texts: [String]) {
        self.init(texts, keyword: "enum")
    }

    public init(constant text: String) {
        self.init([text], keyword: "const")
    }

    private init(_ texts: [String], keyword: StaticString) {
        self.texts = texts
        self.keyword = keyword
        var values: Set<CanonicalJSON> = []
        for text in texts {
            if let value = JSONReader.canonical(Array(text.utf8)) { values.insert(value) }
        }
        self.values = values
        longest = values.reduce(0) { max($0, $1.bytes.count) }
    }

    /// Whether one of them is of the same kind of JSON as the text that begins so.
    func hold(kindOf first: UInt8) -> Bool {
        texts.contains { $0.utf8.first.map(Self.kind) == Self.kind(first) }
    }

    private static func kind(_ first: UInt8) -> UInt8 {
        switch first {
        case 0x2D, 0x30...0x39: 0x30
        case 0x66, 0x74: 0x74
        default: first
        }
    }

    /// Takes the value that comes next, and says whether it is one of these. Of a longer one than these
    /// only the beginning is looked at: a value may be as deep as its text allows, and looked at on each level.
    func take(_ checker: inout CheckState) -> Bool {
        let (start, levels) = (checker.reader.at, checker.reader.levels)
        var value = CanonicalJSON(limit: longest)
        value.append(&checker.reader)
        guard value.isTooLong, checker.reader.fault == nil else { return values.contains(value) }
        (checker.reader.at, checker.reader.levels) = (start, levels)
        checker.skipValue()
        return false
    }
}

extension JSONReader {
    /// The value of a text that is JSON.
    static func canonical(_ text: [UInt8]) -> CanonicalJSON? {
        let padded = text + [UInt8](repeating: 0, count: padding)
        return padded.withUnsafeBufferPointer { buffer -> CanonicalJSON? in
            guard let base = buffer.baseAddress else { return nil }
            var reader = JSONReader(start: base, end: base + text.count, options: JSONReadOptions(maximumDepth: 512))
            var value = CanonicalJSON()
            value.append(&reader)
            return reader.fault == nil ? value : nil
        }
    }
}

extension CheckState {
    /// One of the values of an `enum` or a `const`, and of some types.
    @usableFromInline mutating func value(among values: JSONValues, _ kinds: Kinds) {
        let start = (reader.at, reader.levels)
        let before = failures
        type(kinds)
        guard reader.fault == nil, failures == before else { return }
        (reader.at, reader.levels) = start
        value(among: values)
    }

    /// One of the values of an `enum` or a `const`.
    @usableFromInline mutating func value(among values: JSONValues) {
        guard kind != .invalid else { return skipValue() }
        let place = reader.at
        guard !values.take(&self), reader.fault == nil else { return }
        if values.texts.count == 1 && values.keyword.description == "const" {
            report("const", at: place, .constant(values.texts[0]))
        } else {
            report("enum", at: place, .enumeration(values.texts, isNear: values.hold(kindOf: place.pointee)))
        }
    }
}
