import TypewrightSource

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
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if more > capacity - count { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        var larger = CodeWriter(capacity: max(count + more, 2 * capacity))
        block.withUnsafeMutablePointerToElements { larger.append(UnsafeBufferPointer(start: $0, count: count)) }
        self = larger
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        reserve(bytes.count)
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

    /// Lines after the first begin where the line begins that the text stands in; empty ones stay empty. Each line of what is
    /// generated passes here once for every level that it stands in.
    mutating func append(inColumn text: UnsafeBufferPointer<UInt8>) {
        let place = count
        reserve(text.count + 8)
        guard var start = appendLine(of: text, from: 0) else { return }
        let indentation = line(upTo: place).indentation
        // Room for the indentation too, or the text would be copied each time that it has doubled.
        reserve(text.count + text.count / 4 + 64)
        while true {
            reserve(text.count - start + indentation + 16)
            if start == text.count || text[start] != newline { append(spaces: indentation) }
            guard let next = appendLine(of: text, from: start) else { return }
            start = next
        }
    }

    /// Where the next line begins, if the text has one. Eight bytes are copied and looked at together, so there has to be room
    /// for all that is left and eight more.
    @inline(__always)
    private mutating func appendLine(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = text.baseAddress else { return nil }
        let wanted = eightTimes(newline)
        var index = start
        let hasEnded = block.withUnsafeMutablePointerToElements { elements in
            var to = elements + count
            while index <= text.count &- 8 {
                let eight = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
                UnsafeMutableRawPointer(to).storeBytes(of: eight, as: UInt64.self)
                if let place = firstZero(eight ^ wanted) {
                    index &+= place &+ 1
                    return true
                }
                index &+= 8
                to += 8
            }
            while index < text.count {
                to.pointee = base[index]
                index &+= 1
                if to.pointee == newline { return true }
                to += 1
            }
            return false
        }
        count += index - start
        return hasEnded ? index : nil
    }

    /// There has to be room for them and eight more.
    @inline(__always)
    private mutating func append(spaces number: Int) {
        block.withUnsafeMutablePointerToElements { elements in
            var place = 0
            while place < number {
                UnsafeMutableRawPointer(elements + count + place).storeBytes(of: eightTimes(space), as: UInt64.self)
                place &+= 8
            }
        }
        count += number
    }

    mutating func removeSpacesAtEnd() {
        count = block.withUnsafeMutablePointerToElements { bytes in
            var end = count
            while end > 0, bytes[end - 1] == space { end -= 1 }
            return end
        }
    }

    /// How many spaces the line begins with, and whether there is nothing else on it before that place.
    func line(upTo place: Int) -> (indentation: Int, isBlank: Bool) {
        block.withUnsafeMutablePointerToElements { bytes in
            var first = place
            while first > 0, bytes[first - 1] != newline { first -= 1 }
            var end = first
            while end < place, bytes[end] == space { end += 1 }
            return (end - first, end == place)
        }
    }
}
