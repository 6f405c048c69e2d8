/// Where code is written: a block of memory that has one owner until it is finished. An array would be asked for each
/// piece whether somebody shares it.
struct CodeWriter {
    typealias Block = ManagedBuffer<Void, UInt8>

    private(set) var block: Block
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        block = Block.create(minimumCapacity: capacity) { _ in }
        self.capacity = capacity
    }

    /// Makes room for so many bytes more.
    mutating func reserve(_ more: Int) {
        if more <= capacity - count { return }
        var larger = CodeWriter(capacity: max(count + more, 2 * capacity))
        block.withUnsafeMutablePointerToElements { larger.append(UnsafeBufferPointer(start: $0, count: count)) }
        self = larger
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        if bytes.count > capacity - count { reserve(bytes.count) }
        block.withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0 + count).copyMemory(from: first, byteCount: bytes.count) }
        count += bytes.count
    }

    mutating func append(_ code: Code) {
        code.withBytes { append($0) }
    }

    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append($0) }
    }

    mutating func append(text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil { append(Array(text.utf8)) }
    }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    mutating func append(spaces number: Int) {
        reserve(number)
        block.withUnsafeMutablePointerToElements { ($0 + count).initialize(repeating: space, count: number) }
        count += number
    }

    mutating func removeSpacesAtEnd() {
        count = block.withUnsafeMutablePointerToElements { bytes in
            var end = count
            while end > 0, bytes[end - 1] == space { end -= 1 }
            return end
        }
    }

    /// How many spaces the line begins with, and whether there is nothing else on it yet.
    var currentLine: (indentation: Int, isBlank: Bool) {
        block.withUnsafeMutablePointerToElements { bytes in
            var first = count
            while first > 0, bytes[first - 1] != newline { first -= 1 }
            var end = first
            while end < count, bytes[end] == space { end += 1 }
            return (end - first, end == count)
        }
    }
}
