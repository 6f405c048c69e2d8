// The standard library's `map` is compiled again into every file that uses it, which was a thirtieth of what building the
// tool takes. These are compiled once, and the compiler prefers them where nothing throws.

extension Collection {
    @inlinable
    package func map<Result>(_ transform: (Element) -> Result) -> [Result] {
        var result: [Result] = []
        result.reserveCapacity(count)
        for element in self { result.append(transform(element)) }
        return result
    }
}

extension Optional {
    @inlinable
    package func map<Result>(_ transform: (Wrapped) -> Result) -> Result? {
        switch self {
        case .some(let value): transform(value)
        case .none: nil
        }
    }

    @inlinable
    package func flatMap<Result>(_ transform: (Wrapped) -> Result?) -> Result? {
        switch self {
        case .some(let value): transform(value)
        case .none: nil
        }
    }
}
