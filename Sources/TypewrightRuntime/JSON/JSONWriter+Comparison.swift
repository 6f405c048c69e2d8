extension JSONWriter {
    /// Whether two values are written as the same JSON.
    static func writesSame(_ a: any JSONCodable, _ b: any JSONCodable) -> Bool {
        var first = JSONWriter()
        var second = JSONWriter()
        a.write(to: &first)
        b.write(to: &second)
        return sameBytes(first.bytes, second.bytes)
    }

    static func hash(_ value: any JSONCodable, into hasher: inout Hasher) {
        var writer = JSONWriter()
        value.write(to: &writer)
        hasher.combine(bytes: UnsafeRawBufferPointer(writer.bytes))
    }
}
