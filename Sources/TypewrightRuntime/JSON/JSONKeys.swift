/// The property names of a generated struct, in the order of its schema, prepared for
/// matching and writing without ever making a `String`.
///
/// A table lives as long as the program: each generated type has one, in a `static let`.
public struct JSONKeys: @unchecked Sendable {
    // `@unchecked`: what is behind the pointer is never changed after `init`.
    let table: UnsafePointer<Table>

    struct Table {
        let count: Int
        let entries: UnsafePointer<Entry>
        /// Whether the struct has a place for properties it does not know.
        let keepsOthers: Bool
        /// One bit per key.
        let required: UnsafePointer<UInt64>
        /// Open addressing: index of an entry plus one, 0 where a slot is free.
        let slots: UnsafePointer<UInt16>
        let slotMask: Int
        let names: [String]
        /// Whether no colon follows the names.
        let areValues: Bool

        func isRequired(_ index: Int) -> Bool {
            required[index / 64] >> UInt64(index % 64) & 1 == 1
        }
    }

    struct Entry {
        /// `"name":` with escapes where needed, a comma before it and zeros behind. Names that
        /// are values have no colon.
        let key: KeyText
        /// Which of the keys it is.
        let index: Int
        /// The first bytes of it, with the comma: here, because to follow one pointer more takes
        /// as long as to write them.
        let first16: SIMD16<UInt8>
        let second16: SIMD16<UInt8>
        /// The bytes of the name itself, zeros behind.
        let name: UnsafePointer<UInt8>
        let nameCount: Int

        var text: UnsafePointer<UInt8> { key.start }
        var textCount: Int { key.count }

        @inline(__always)
        func matches(_ place: UnsafePointer<UInt8>) -> Bool { key.matches(place) }
    }

    /// The keys in one literal, which costs the compiler less than a list of literals:
    /// `"id! name! owner"`. An exclamation mark follows what is required. In names, space,
    /// exclamation mark and percent sign are written as `%20`, `%21` and `%25`; the empty
    /// name is a percent sign alone.
    ///
    public init(_ list: StaticString) { self.init(list, others: false) }

    /// - Parameter others: whether the struct keeps properties that are not listed.
    public init(_ list: StaticString, others: Bool) {
        var names: [String] = []
        var required: [UInt64] = []
        list.withUTF8Buffer { utf8 in
            for word in utf8.split(separator: 0x20) {
                let isRequired = word.last == 0x21
                if names.count % 64 == 0 { required.append(0) }
                if isRequired { required[names.count / 64] |= 1 << UInt64(names.count % 64) }
                names.append(Self.decoded(isRequired ? word.dropLast() : word))
            }
        }
        self.init(names: names, required: required, others: others)
    }

    private static func decoded(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        var bytes: [UInt8] = []
        var rest = word
        if word.count == 1, word.first == 0x25 { return "" }
        while let byte = rest.popFirst() {
            if byte == 0x25, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Parameters:
    ///   - names: as they stand in JSON; `required` counts in their order.
    ///   - required: bit `i % 64` of element `i / 64` tells that name `i` is required.
    ///   - areValues: whether no colon follows the names.
    init(names: [String], required: [UInt64] = [], others: Bool = false, areValues: Bool = false) {
        // One more follows that matches nothing.
        let entries = UnsafeMutablePointer<Entry>.allocate(capacity: names.count + 1)
        for (index, name) in names.enumerated() {
            (entries + index).initialize(to: Entry(name, index, isValue: areValues))
        }
        (entries + names.count).initialize(to: Entry(matchingNothing: names.count))
        var slotCount = 4
        while slotCount < names.count * 4 { slotCount *= 2 }
        let slots = UnsafeMutablePointer<UInt16>.allocate(capacity: slotCount)
        slots.initialize(repeating: 0, count: slotCount)
        for index in 0..<min(names.count, Int(UInt16.max) - 1) {
            var slot = Self.hash(entries[index].name, entries[index].nameCount) & (slotCount - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = UInt16(index + 1)
        }
        let table = UnsafeMutablePointer<Table>.allocate(capacity: 1)
        table.initialize(to: Table(
            count: names.count,
            entries: UnsafePointer(entries),
            keepsOthers: others,
            required: Self.bits(required, count: names.count),
            slots: UnsafePointer(slots),
            slotMask: slotCount - 1,
            names: names,
            areValues: areValues
        ))
        self.table = UnsafePointer(table)
    }

    /// The index of a name without escapes, or -1. What follows the name can be read.
    func index(of name: UnsafePointer<UInt8>, _ count: Int) -> Int {
        // Through the pointer: a copy of the table would retain its arrays.
        let slotMask = table.pointee.slotMask
        let slots = table.pointee.slots
        var slot = Self.hash(name, count) & slotMask
        while true {
            let index = Int(slots[slot]) - 1
            if index < 0 { return -1 }
            let entry = table.pointee.entries + index
            if entry.pointee.nameCount == count, Self.same(name, entry.pointee.name, count) { return index }
            slot = (slot + 1) & slotMask
        }
    }

    /// The index of a key without escapes, or -1; `count` is the length of its name, and its colon follows at once.
    @inline(__always)
    static func index(ofKeyAt place: UnsafePointer<UInt8>, _ count: Int, in table: UnsafePointer<Table>) -> Int {
        let (slots, slotMask, entries) = (table.pointee.slots, table.pointee.slotMask, table.pointee.entries)
        var slot = Self.hash(place + 1, count) & slotMask
        while true {
            let index = Int(slots[slot]) - 1
            if index < 0 { return -1 }
            if entries[index].matches(place) { return index }
            slot = (slot + 1) & slotMask
        }
    }

    /// The index of a string without escapes, or -1; `count` is its length without quotes.
    @inline(__always)
    func index(ofValueAt place: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let (slots, slotMask, entries) = (table.pointee.slots, table.pointee.slotMask, table.pointee.entries)
        var slot = Self.hash(place + 1, count) & slotMask
        while true {
            let index = Int(slots[slot]) - 1
            if index < 0 { return -1 }
            let entry = entries + index
            if entry.pointee.nameCount == count, Self.same(place + 1, entry.pointee.name, count) { return index }
            slot = (slot + 1) & slotMask
        }
    }

    /// The name of which the whole text stands at a place, if it is one of the first. For the few names of an enum this
    /// is faster than to look for the end of the text and then for the name.
    @inline(__always)
    func entry(at place: UnsafePointer<UInt8>) -> UnsafePointer<Entry>? {
        var entry = table.pointee.entries
        let end = entry + min(table.pointee.count, 8)
        while entry != end {
            if entry.pointee.matches(place) { return entry }
            entry += 1
        }
        return nil
    }

    func index(of name: String) -> Int {
        name.withPaddedUTF8 { index(of: $0, $1) }
    }

    @inline(__always)
    static func same(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var offset = 0
        while offset + 8 <= count {
            if JSONReader.word(a + offset) != JSONReader.word(b + offset) { return false }
            offset += 8
        }
        if offset == count { return true }
        let differing = JSONReader.word(a + offset) ^ JSONReader.word(b + offset)
        return differing &<< UInt64(64 - (count - offset) * 8) == 0
    }

    /// Mixes the length with the first and the last eight bytes.
    @inline(__always)
    static func hash(_ name: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var mix = JSONReader.word(name)
        if count < 8 {
            mix = count == 0 ? 0 : mix &<< UInt64(64 - count * 8)
        } else {
            mix ^= JSONReader.word(name + (count - 8)) &* 0x9E37_79B9_7F4A_7C15
        }
        mix = (mix ^ UInt64(truncatingIfNeeded: count)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mix >> 32)
    }

    private static func bits(_ words: [UInt64], count: Int) -> UnsafePointer<UInt64> {
        let wordCount = max(words.count, count / 64 + 1)
        let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: wordCount)
        bits.initialize(repeating: 0, count: wordCount)
        for (index, word) in words.enumerated() { bits[index] = word }
        return UnsafePointer(bits)
    }

    /// A copy with zeros behind it, so that whole words can be loaded.
    fileprivate static func padded(_ bytes: [UInt8]) -> UnsafePointer<UInt8> {
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + JSONReader.padding)
        copy.initialize(repeating: 0, count: bytes.count + JSONReader.padding)
        for (index, byte) in bytes.enumerated() { copy[index] = byte }
        return UnsafePointer(copy)
    }
}

extension JSONKeys.Entry {
    init(_ name: String, _ index: Int, isValue: Bool) {
        var text: [UInt8] = [0x2C, 0x22]
        appendEscaped(name, to: &text)
        text.append(0x22)
        if !isValue { text.append(0x3A) }
        let bytes = Array(name.utf8)
        let start = JSONKeys.padded(text)
        key = KeyText(start + 1, text.count - 1)
        first16 = UnsafeRawPointer(start).loadUnaligned(as: SIMD16<UInt8>.self)
        second16 = text.count <= 16 ? SIMD16<UInt8>() : UnsafeRawPointer(start + 16).loadUnaligned(as: SIMD16<UInt8>.self)
        self.name = JSONKeys.padded(bytes)
        nameCount = bytes.count
        self.index = index
    }

    init(matchingNothing index: Int) {
        self.index = index
        let empty = JSONKeys.padded([])
        key = KeyText(nothingAt: empty)
        name = empty
        nameCount = 0
        (first16, second16) = (SIMD16(), SIMD16())
    }
}

extension String {
    /// The bytes with zeros behind them, so that whole words can be loaded.
    fileprivate func withPaddedUTF8<Result>(_ body: (UnsafePointer<UInt8>, Int) -> Result) -> Result {
        let count = utf8.count
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count + JSONReader.padding)
        defer { copy.deallocate() }
        _ = UnsafeMutableBufferPointer(start: copy, count: count).initialize(from: utf8)
        (copy + count).initialize(repeating: 0, count: JSONReader.padding)
        return body(copy, count)
    }
}
