/// Writes values as JSON text into one growing buffer.
///
/// Each member is written with a comma before it; when the object is closed, the first
/// comma becomes the brace. So nothing has to remember whether a member is the first.
public struct JSONWriter: ~Copyable, @unchecked Sendable {
    // `@unchecked`: there is no second one, and what its pointers lead to is its own or does not change. Said so that the
    // compiler need not ask of each generated function whether it may be handed on, a twentieth of its time.
    var base: UnsafeMutablePointer<UInt8>
    /// Where long text lies, to be given out without a copy: `base` points into it. Nothing else has this array and
    /// nothing changes it, so that it stays where it is. Empty while the text is short: then it is memory of its own.
    private var array: [UInt8] = []
    var count = 0
    var capacity: Int
    /// The keys of the object that is being written.
    var keys: UnsafePointer<JSONKeys.Entry>
    var keyCount = 0
    /// The offset of the first number that cannot be written as JSON.
    var notFiniteAt: Int?
    /// Whole doubles keep their `.0`: for reports about values, where `2.0` is what the person wrote.
    var spellsDoubles = false
    let readsSmallStrings = SmallString.areAsBuilt
    let smallStringMasks = SmallString.masks

    static let shortCapacity = 32768

    init(capacity: Int = shortCapacity) {
        self.capacity = capacity
        base = resized(nil, capacity)
        keys = Self.noKeys.table.pointee.entries
    }

    static let noKeys = JSONKeys(names: [])

    deinit {
        if array.isEmpty { release(base) }
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    // MARK: - The buffer

    /// Makes room for `extra` bytes.
    @inline(__always)
    mutating func reserve(_ extra: Int) {
        if capacity &- count < extra { grow(extra) }
    }

    @inline(never)
    private mutating func grow(_ extra: Int) {
        capacity = max(capacity * 8, count + extra)
        guard capacity > Self.shortCapacity else { return base = resized(base, capacity) }
        let (old, count, capacity) = (base, count, capacity)
        let wasShort = array.isEmpty
        array = Array(unsafeUninitializedCapacity: capacity) { buffer, initializedCount in
            buffer.baseAddress?.initialize(from: old, count: count)
            initializedCount = capacity
        }
        if wasShort { release(old) }
        array.withUnsafeMutableBufferPointer { if let start = $0.baseAddress { base = start } }
    }

    /// The text as an array; the writer has none any more.
    mutating func take() -> [UInt8] {
        // What is much shorter than its array would hold on to memory.
        guard !array.isEmpty, count >= capacity / 2 else { return Array(bytes) }
        var text: [UInt8] = []
        swap(&text, &array)
        text.removeLast(capacity - count)
        capacity = 64
        count = 0
        base = resized(nil, capacity)
        return text
    }

    /// Room must have been reserved.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        base[count] = byte
        count &+= 1
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    /// Writes `,"name":`, and makes room for 32 bytes behind it.
    @inline(__always)
    mutating func key(_ index: Int) {
        if !putShortKey(index) { longKey(index) }
    }

    /// False where the key is long or there is not enough room. Without calls, so that no registers are saved.
    @inline(__always)
    mutating func putShortKey(_ index: Int) -> Bool {
        guard index < keyCount, capacity &- count >= 64 else { return false }
        let entry = keys + index
        let textCount = entry.pointee.textCount &+ 1
        guard textCount <= 32 else { return false }
        let target = UnsafeMutableRawPointer(base + count)
        target.storeBytes(of: entry.pointee.first16, as: SIMD16<UInt8>.self)
        target.storeBytes(of: entry.pointee.second16, toByteOffset: 16, as: SIMD16<UInt8>.self)
        count &+= textCount
        return true
    }

    @inline(never)
    private mutating func longKey(_ index: Int) {
        let entry = keys + min(index, keyCount)
        reserve(entry.pointee.textCount &+ 64)
        // The entry behind the last one is no key.
        guard index < keyCount else { return }
        put(0x2C)
        (base + count).update(from: entry.pointee.text, count: entry.pointee.textCount)
        count &+= entry.pointee.textCount
    }

    public mutating func null() {
        reserve(4)
        putNull()
    }

    /// Room for four bytes must have been reserved.
    @inline(__always)
    mutating func putNull() {
        UnsafeMutableRawPointer(base + count).storeBytes(of: UInt32(0x6C6C_756E).littleEndian, as: UInt32.self)
        count &+= 4
    }

    // MARK: - Objects and arrays

    mutating func writeObject<Object: JSONObject>(_ object: Object) {
        let outer = (keys, keyCount)
        let first = count
        let table = Object.jsonKeys.table
        keys = table.pointee.entries
        keyCount = table.pointee.count
        withUnsafeMutablePointer(to: &self) { object.writeMembers(to: JSONMemberWriter($0)) }
        (keys, keyCount) = outer
        close(from: first, 0x7B, 0x7D)
    }

    /// Puts braces around what was written with a comma before each element.
    @inline(__always)
    mutating func close(from first: Int, _ opening: UInt8, _ closing: UInt8) {
        reserve(2)
        if count == first { put(opening) } else { base[first] = opening }
        put(closing)
    }

    mutating func writeArray<Element: JSONCodable>(_ array: [Element]) {
        let first = count
        array.withUnsafeBufferPointer { elements in
            guard let base = elements.baseAddress else { return }
            for index in 0..<elements.count {
                reserve(1)
                put(0x2C)
                writeInPlace(&UnsafeMutablePointer(mutating: base)[index])
            }
        }
        close(from: first, 0x5B, 0x5D)
    }

    /// Does not change the value: the compiler copies what code that does not know its type
    /// reads through a pointer, with a retain for each string in it, but not what is `inout`.
    @inline(__always)
    private mutating func writeInPlace<Element: JSONCodable>(_ element: inout Element) {
        element.write(to: &self)
    }

    /// Keys are sorted, so that equal dictionaries are written the same.
    mutating func writeDictionary<Value: JSONCodable>(_ dictionary: [String: Value]) {
        let first = count
        writeMembers(dictionary)
        close(from: first, 0x7B, 0x7D)
    }

    mutating func writeMembers<Value: JSONCodable>(_ dictionary: [String: Value]) {
        for (name, value) in dictionary.sorted(by: { $0.key < $1.key }) {
            reserve(1)
            put(0x2C)
            self.value(name)
            reserve(1)
            put(0x3A)
            value.write(to: &self)
        }
    }
}
