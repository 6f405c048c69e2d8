extension CheckState {
    /// A string.
    @usableFromInline mutating func string() {
        reader.skipWhitespace()
        guard reader.at.pointee == 0x22 else { return mismatch(.string) }
        _ = reader.scanString()
    }

    @usableFromInline mutating func string(minLength: Int, maxLength: Int) {
        _ = text(minLength, maxLength)
    }

    @usableFromInline mutating func string(maxLength: Int) {
        _ = text(0, maxLength)
    }

    @usableFromInline mutating func string(minLength: Int, maxLength: Int, pattern: Pattern) {
        reader.skipWhitespace()
        let place = reader.at
        guard let text = text(minLength, maxLength) else { return }
        _ = matches(text, pattern, "pattern", at: place)
    }

    @usableFromInline mutating func string(minLength: Int, maxLength: Int, pattern: Pattern, format: JSONFormat) {
        reader.skipWhitespace()
        let place = reader.at
        guard let text = text(minLength, maxLength) else { return }
        _ = matches(text, pattern, "pattern", at: place)
        checkFormat(text, format, at: place)
    }

    @usableFromInline mutating func string(minLength: Int, maxLength: Int, format: JSONFormat) {
        reader.skipWhitespace()
        let place = reader.at
        guard let text = text(minLength, maxLength) else { return }
        checkFormat(text, format, at: place)
    }

    /// The string of a `const`.
    @usableFromInline mutating func string(_ constant: StaticString) {
        reader.skipWhitespace()
        if reader.at.pointee == 0x22 { value(constant) } else { mismatch(.string) }
    }

    /// The whole of a schema.
    @usableFromInline mutating func string(_ constant: StaticString, at location: StaticString) {
        if takes(constant) { return }
        start(at: location)
        string(constant)
        done()
    }

    /// The string of a `const` without a `type`.
    @usableFromInline mutating func value(_ constant: StaticString) {
        reader.skipWhitespace()
        guard reader.at.pointee == 0x22 else { return skipMismatch("const", .constant(Self.quoted(constant.description))) }
        let place = reader.at
        guard let text = reader.scanString() else { return }
        if !Self.bytes(of: text, equal: constant) { report("const", at: place, .constant(Self.quoted(constant.description))) }
    }

    /// The whole of a schema without a `type`.
    @usableFromInline mutating func value(_ constant: StaticString, at location: StaticString) {
        if takes(constant) { return }
        start(at: location)
        value(constant)
        done()
    }

    /// Takes the string if it is that one.
    @inline(__always)
    private mutating func takes(_ constant: StaticString) -> Bool {
        reader.skipWhitespace()
        guard reader.fault == nil, reader.at.pointee == 0x22 else { return false }
        let place = reader.at
        guard let text = reader.scanString() else { return false }
        if Self.bytes(of: text, equal: constant) { return true }
        reader.at = place
        return false
    }

    /// One of the strings of an `enum`.
    @usableFromInline mutating func string(among names: JSONKeys) {
        reader.skipWhitespace()
        if reader.at.pointee == 0x22 { value(among: names) } else { mismatch(.string) }
    }

    /// One of the strings of an `enum` without a `type`.
    @usableFromInline mutating func value(among names: JSONKeys) {
        if takeKnown(names) { return }
        guard reader.at.pointee == 0x22 else { return skipMismatch("enum", .enumeration(names.table.pointee.names.map(Self.quoted), isNear: false)) }
        let place = reader.at
        guard let text = reader.scanString() else { return }
        let index = text.hasEscapes ? names.index(of: Self.string(of: text)) : names.index(ofValueAt: place, text.count)
        if index < 0 { report("enum", at: place, .enumeration(names.table.pointee.names.map(Self.quoted), isNear: true)) }
    }

    /// Takes one of the first names, if it stands there as it is in the table. Then there is nothing to note.
    @inline(__always)
    private mutating func takeKnown(_ names: JSONKeys) -> Bool {
        reader.skipWhitespace()
        guard names.table.pointee.areValues, let entry = names.entry(at: reader.at) else { return false }
        reader.at += entry.pointee.textCount
        return true
    }

    /// Takes a string that is one of the cases. A choice that has them for a branch need not be opened then.
    @usableFromInline mutating func takes<Case>(oneOf cases: JSONCases<Case>) -> Bool {
        takeKnown(cases.names)
    }

    /// The whole of a schema.
    @usableFromInline mutating func string<Case>(among cases: JSONCases<Case>, at location: StaticString) {
        if takeKnown(cases.names) { return }
        start(at: location)
        string(among: cases.names)
        done()
    }

    @usableFromInline mutating func string<Case>(among cases: JSONCases<Case>) {
        string(among: cases.names)
    }

    /// Without a `type`.
    @usableFromInline mutating func value<Case>(among cases: JSONCases<Case>, at location: StaticString) {
        if takeKnown(cases.names) { return }
        start(at: location)
        value(among: cases.names)
        done()
    }

    @usableFromInline mutating func value<Case>(among cases: JSONCases<Case>) {
        value(among: cases.names)
    }

    // MARK: Parts

    @inline(__always)
    private mutating func text(_ minLength: Int, _ maxLength: Int) -> JSONStringText? {
        reader.skipWhitespace()
        let place = reader.at
        guard place.pointee == 0x22 else {
            mismatch(.string)
            return nil
        }
        guard let text = reader.scanString() else { return nil }
        let length = text.isASCII && !text.hasEscapes ? text.count : Self.scalarCount(text)
        if length < minLength { report("minLength", at: place, .minLength(minLength)) }
        if length > maxLength { report("maxLength", at: place, .maxLength(maxLength)) }
        return text
    }

    /// The length of a string is the number of its Unicode scalars ("characters as defined by RFC 8259").
    @inline(never)
    private static func scalarCount(_ text: JSONStringText) -> Int {
        var count = 0
        var cursor = text.start
        let end = cursor + text.count
        while cursor < end {
            let byte = cursor.pointee
            count += 1
            if byte == 0x5C {
                // A pair of surrogates is one scalar; the scan made sure that it is a pair.
                let isPair = cursor[1] == 0x75 && (JSONReader.hexUnit(cursor + 2) ?? 0) & 0xFC00 == 0xD800
                cursor += cursor[1] == 0x75 ? (isPair ? 12 : 6) : 2
            } else if byte < 0x80 {
                cursor += 1
            } else {
                cursor += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            }
        }
        return count
    }

    static func bytes(of text: JSONStringText, equal constant: StaticString) -> Bool {
        if text.hasEscapes { return JSONReader.unescaped(text).utf8.elementsEqual(constant.description.utf8) }
        return text.count == constant.utf8CodeUnitCount && bytes(from: text.start, equal: constant)
    }

    /// Whether the bytes that begin at a place are those of a text. As many can be read.
    @inline(__always)
    static func bytes(from place: UnsafePointer<UInt8>, equal constant: StaticString) -> Bool {
        if constant.hasPointerRepresentation { return same(place, constant.utf8Start, constant.utf8CodeUnitCount) }
        return constant.withUTF8Buffer { same(place, $0.baseAddress ?? place, $0.count) }
    }

    @inline(__always)
    private static func same(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var offset = 0
        while offset &+ 8 <= count {
            if JSONReader.word(one + offset) != JSONReader.word(other + offset) { return false }
            offset &+= 8
        }
        if offset == count { return true }
        if count >= 8 { return JSONReader.word(one + (count &- 8)) == JSONReader.word(other + (count &- 8)) }
        let (first, second) = (UnsafeRawPointer(one), UnsafeRawPointer(other))
        if count & 4 != 0, first.loadUnaligned(as: UInt32.self) != second.loadUnaligned(as: UInt32.self) { return false }
        offset = count & 4
        if count & 2 != 0,
            first.loadUnaligned(fromByteOffset: offset, as: UInt16.self) != second.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
        {
            return false
        }
        return count & 1 == 0 || one[count &- 1] == other[count &- 1]
    }

    /// The bytes of a string's value, without escapes.
    static func withBytes<Result>(_ text: JSONStringText, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if !text.hasEscapes { return body(UnsafeBufferPointer(start: text.start, count: text.count)) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + JSONReader.padding) { buffer in
            guard let base = buffer.baseAddress else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
            let count = JSONReader.unescape(text, to: base)
            return body(UnsafeBufferPointer(start: base, count: count))
        }
    }

    static func string(of text: JSONStringText) -> String {
        withBytes(text) { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a text matches; for `pattern` it is a violation when it does not, and always when that
    /// cannot be told within the limits of time.
    mutating func matches(_ text: JSONStringText, _ pattern: Pattern, _ keyword: StaticString, at place: UnsafePointer<UInt8>) -> Bool {
        switch Self.withBytes(text, { pattern.matches($0) }) {
        case .matched: return true
        case .notMatched:
            if keyword.utf8CodeUnitCount == 7 { report(keyword, at: place, .pattern(pattern.source.description)) }
        case .stepLimitExceeded, .unreadableProgram: report(keyword, at: place, .undecidedPattern(pattern.source.description))
        }
        return false
    }

    private mutating func checkFormat(_ text: JSONStringText, _ format: JSONFormat, at place: UnsafePointer<UInt8>) {
        if !Self.withBytes(text, { format.accepts($0) }) { report("format", at: place, .format(format.rawValue)) }
    }

    /// As JSON.
    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = [0x22]
        appendEscaped(text, to: &bytes)
        bytes.append(0x22)
        return String(decoding: bytes, as: UTF8.self)
    }
}
