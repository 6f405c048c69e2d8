/// What the client needs of a value; stands in until the runtime's own protocol is here.
public protocol JSONCodable: Sendable {
    init(json: [UInt8]) throws
    func json() throws -> [UInt8]
}

extension String: JSONCodable {
    public init(json: [UInt8]) throws { self = String(decoding: json.dropFirst().dropLast(), as: UTF8.self) }
    public func json() throws -> [UInt8] { Array("\"\(self)\"".utf8) }
}
