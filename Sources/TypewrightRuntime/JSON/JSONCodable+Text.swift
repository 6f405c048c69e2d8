extension JSONCodable {
    public init(json: [UInt8], options: JSONReadOptions = JSONReadOptions()) throws(JSONError) {
        self.init(JSONBlank())
        if let error = json.withUnsafeBufferPointer({ JSONReader.read(&self, $0, options) }) { throw error }
    }

    public init(json: String, options: JSONReadOptions = JSONReadOptions()) throws(JSONError) {
        self.init(JSONBlank())
        var json = json
        if let error = json.withUTF8({ JSONReader.read(&self, $0, options) }) { throw error }
    }

    public func json() throws(JSONError) -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        if let offset = writer.notFiniteAt { throw JSONError(fault: .notFinite, offset: offset) }
        return Array(writer.bytes)
    }
}

extension JSONReader {
    static func read<Value: JSONCodable>(_ value: inout Value, _ bytes: UnsafeBufferPointer<UInt8>, _ options: JSONReadOptions) -> JSONError? {
        let padded = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + padding)
        defer { padded.deallocate() }
        if let base = bytes.baseAddress { padded.update(from: base, count: bytes.count) }
        (padded + bytes.count).update(repeating: 0, count: padding)
        var reader = JSONReader(start: UnsafePointer(padded), end: UnsafePointer(padded + bytes.count), options: options)
        value.read(from: &reader)
        reader.finish()
        guard let fault = reader.fault else { return nil }
        return JSONError(fault: fault, offset: reader.faultAt - reader.start)
    }
}

extension JSONCodable {
    public func jsonString() throws(JSONError) -> String {
        String(decoding: try json(), as: UTF8.self)
    }
}
