/// Which keys of an object have been read.
struct SeenKeys: ~Copyable {
    private var first: UInt64 = 0
    /// For the keys after the first 64, where there are so many.
    private let rest: UnsafeMutablePointer<UInt64>?
    private let restCount: Int

    @inline(__always)
    init(_ table: UnsafePointer<JSONKeys.Table>) {
        restCount = (table.pointee.count - 1) / 64
        if restCount <= 0 {
            rest = nil
        } else {
            rest = .allocate(capacity: restCount)
            rest?.initialize(repeating: 0, count: restCount)
        }
    }

    @inline(__always)
    deinit {
        rest?.deallocate()
    }

    /// Whether the key is new.
    @inline(__always)
    mutating func insert(_ index: Int) -> Bool {
        if index >= 64 { return Self.insertLater(index, rest) }
        let before = first
        first |= 1 &<< UInt64(truncatingIfNeeded: index)
        return first != before
    }

    @inline(never)
    private static func insertLater(_ index: Int, _ rest: UnsafeMutablePointer<UInt64>?) -> Bool {
        guard let rest else { return true }
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index & 63)
        let isNew = rest[index / 64 - 1] & bit == 0
        rest[index / 64 - 1] |= bit
        return isNew
    }

    /// The first required key that was not seen.
    @inline(__always)
    func missing(_ table: UnsafePointer<JSONKeys.Table>) -> Int? {
        let absent = table.pointee.required[0] & ~first
        if absent != 0 { return absent.trailingZeroBitCount }
        return rest == nil ? nil : missingLater(table)
    }

    @inline(never)
    private func missingLater(_ table: UnsafePointer<JSONKeys.Table>) -> Int? {
        guard let rest else { return nil }
        for word in 0..<restCount {
            let absent = table.pointee.required[word + 1] & ~rest[word]
            if absent != 0 { return (word + 1) * 64 + absent.trailingZeroBitCount }
        }
        return nil
    }
}
