// What the standard library compiles again into every file that uses it: a twentieth of all code. These are compiled
// once, and the compiler prefers them where nothing throws.

extension String {
    /// Its bytes, in UTF-8.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = self
        return text.withUTF8(body)
    }
}

extension Collection {
    func map<Result>(_ transform: (Element) -> Result) -> [Result] {
        var result: [Result] = []
        result.reserveCapacity(count)
        for element in self { result.append(transform(element)) }
        return result
    }
}

extension Optional {
    func map<Result>(_ transform: (Wrapped) -> Result) -> Result? {
        switch self {
        case .some(let value): transform(value)
        case .none: nil
        }
    }

    func flatMap<Result>(_ transform: (Wrapped) -> Result?) -> Result? {
        switch self {
        case .some(let value): transform(value)
        case .none: nil
        }
    }
}
