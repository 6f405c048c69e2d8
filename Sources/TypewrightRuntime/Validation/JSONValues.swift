/// The values of an `enum` or a `const`, prepared for comparison: numbers by what they mean, objects
/// whatever the order of their members.
public struct JSONValues: Sendable {
    let texts: [String]
    private let values: Set<CanonicalJSON>
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
    }

    func contains(_ value: CanonicalJSON) -> Bool { values.contains(value) }
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

extension JSONChecker {
    /// One of the values of an `enum` or a `const`, and of some types.
    public mutating func value(among values: JSONValues, _ kinds: Kinds) {
        let start = (reader.at, reader.levels)
        let before = failures
        type(kinds)
        guard reader.fault == nil, failures == before else { return }
        (reader.at, reader.levels) = start
        value(among: values)
    }

    /// One of the values of an `enum` or a `const`.
    public mutating func value(among values: JSONValues) {
        guard kind != .invalid else { return skipValue() }
        let place = reader.at
        var value = CanonicalJSON()
        value.append(&reader)
        guard reader.fault == nil, !values.contains(value) else { return }
        if values.texts.count == 1 && values.keyword.description == "const" {
            report("const", at: place, .constant(values.texts[0]))
        } else {
            report("enum", at: place, .enumeration(values.texts))
        }
    }

    /// All items of the array that has just been read differ.
    mutating func checkUnique() {
        let frame = top
        let items = sides.elements[frame.pointee.side...]
        let after = reader.at
        let levels = reader.levels
        reader.levels = max(levels - 1, 0)
        var seen: [CanonicalJSON: Int] = [:]
        var equal: (Int, Int)?
        for (index, item) in items.enumerated() {
            reader.at = item
            var value = CanonicalJSON()
            value.append(&reader)
            if let before = seen.updateValue(index, forKey: value) {
                equal = (before, index)
                break
            }
        }
        guard reader.fault == nil else { return }
        reader.at = after
        reader.levels = levels
        if let equal { report("uniqueItems", at: frame.pointee.start, ofFrame: true, .uniqueItems(equal.0, equal.1)) }
    }
}
