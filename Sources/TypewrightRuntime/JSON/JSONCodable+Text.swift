// From text to values and back: what users call.

extension JSONCodable {
    /// Reads a value from JSON text in UTF-8.
    public init(json: [UInt8], options: JSONReadOptions = JSONReadOptions()) throws(JSONError) {
        self.init(JSONBlank())
        if let error = json.withUnsafeBufferPointer({ JSONReader.fill(&self, $0, options) }) { throw error }
    }

    /// Reads a value from JSON text.
    public init(json: String, options: JSONReadOptions = JSONReadOptions()) throws(JSONError) {
        self.init(JSONBlank())
        if let error = json.withBytes({ JSONReader.fill(&self, $0, options) }) { throw error }
    }

    /// Reads a value from JSON text in memory.
    public init(json: UnsafeBufferPointer<UInt8>, options: JSONReadOptions = JSONReadOptions()) throws(JSONError) {
        self.init(JSONBlank())
        if let error = JSONReader.fill(&self, json, options) { throw error }
    }

    /// The value as JSON text in UTF-8. Fails only for numbers that are infinite or not a
    /// number.
    public func json(pretty: Bool = false) throws(JSONError) -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        try writer.check()
        if pretty { writer.indent() }
        return writer.take()
    }

    /// The value as JSON text. Fails only for numbers that are infinite or not a number.
    public func jsonString(pretty: Bool = false) throws(JSONError) -> String {
        var writer = JSONWriter()
        write(to: &writer)
        try writer.check()
        if pretty { writer.indent() }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension JSONReader {
    /// Reads a whole text into a value.
    static func fill<Value: JSONCodable>(
        _ value: inout Value, _ bytes: UnsafeBufferPointer<UInt8>, _ options: JSONReadOptions
    ) -> JSONError? {
        let tailOffset = tailOffset(bytes) ?? 0
        let tailCount = bytes.count - tailOffset
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: tailCount + padding) { tail in
            guard let base = tail.baseAddress else { return nil }
            if let start = bytes.baseAddress { base.update(from: start + tailOffset, count: tailCount) }
            (base + tailCount).update(repeating: 0, count: padding)
            let reader = JSONReader(bytes, tailOffset: tailOffset, tail: base, options: options)
            return reader.fill(&value, bytes)
        }
    }

    private consuming func fill<Value: JSONCodable>(_ value: inout Value, _ bytes: UnsafeBufferPointer<UInt8>) -> JSONError? {
        watchTail()
        skipByteOrderMark()
        value.read(from: &self)
        finish()
        guard let fault else { return nil }
        return JSONError(fault, offset: offset(of: faultAt), in: bytes)
    }

    /// "Implementations … MAY ignore the presence of a byte order mark rather than treating
    /// it as an error" (RFC 8259, section 8.1).
    mutating func skipByteOrderMark() {
        if Self.word(at) & 0xFF_FFFF == 0xBF_BBEF { at += 3 }
    }
}

extension JSONWriter {
    /// Throws if something was written that is no JSON.
    func check() throws(JSONError) {
        if let notFiniteAt { throw JSONError(.notFinite, offset: notFiniteAt, in: bytes) }
    }
}
