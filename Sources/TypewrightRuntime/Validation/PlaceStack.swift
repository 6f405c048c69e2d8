/// Places in the text, in plain memory that grows: an array would ask for each change whether it is the only one that has it.
struct PlaceStack {
    private var base: UnsafeMutablePointer<UnsafePointer<UInt8>>?
    private var capacity = 0
    private(set) var count = 0

    /// Nil where there is none.
    @inline(__always)
    subscript(_ index: Int) -> UnsafePointer<UInt8>? {
        guard let base, index >= 0, index < count else { return nil }
        return base[index]
    }

    @inline(__always)
    mutating func append(_ place: UnsafePointer<UInt8>) {
        if count == capacity { grow() }
        base?[count] = place
        count &+= 1
    }

    /// The places from one on.
    @inline(__always)
    func rest(from first: Int) -> UnsafeBufferPointer<UnsafePointer<UInt8>> {
        UnsafeBufferPointer(start: base.map { $0 + min(first, count) }, count: base == nil ? 0 : max(count - first, 0))
    }

    @inline(__always)
    mutating func shrink(to count: Int) {
        if count < self.count { self.count = count }
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<UnsafePointer<UInt8>>.allocate(capacity: max(capacity * 2, 64))
        if let base {
            larger.update(from: base, count: count)
            base.deallocate()
        }
        (base, capacity) = (larger, max(capacity * 2, 64))
    }

    func deallocate() { base?.deallocate() }
}
