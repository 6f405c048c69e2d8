/// A whole request as it came in: nothing is decoded, so that whoever checks it sees what was sent.
package struct ServerRequest: Sendable {
    /// Counts the requests of a server from 1.
    package var number: Int
    /// As written: methods are case-sensitive.
    package var method: String
    /// As written: `/pets/7?limit=3`, `http://localhost:4010/pets` or `*`.
    package var target: String
    /// Begins with `/`, percent-encoding and all; `*` for `OPTIONS *`.
    package var path: String
    /// What follows the `?`, undecoded; `nil` where there is none.
    package var query: String?
    package var headers: HeaderFields
    package var body: [UInt8]
    /// The address of the other side: `127.0.0.1:51234`.
    package var peer: String
    package var receivedAt: Moment

    package init(
        number: Int = 1, method: String, target: String, headers: HeaderFields = HeaderFields(), body: [UInt8] = [],
        peer: String = "", receivedAt: Moment = Moment(seconds: 0)
    ) {
        self.number = number
        self.method = method
        self.target = target
        (path, query) = ServerRequest.split(target)
        self.headers = headers
        self.body = body
        self.peer = peer
        self.receivedAt = receivedAt
    }

    /// Path and query of a target in origin, absolute or asterisk form.
    private static func split(_ target: String) -> (path: String, query: String?) {
        var rest = target.utf8[...]
        if rest.first != UInt8(ascii: "/"), rest.first != UInt8(ascii: "*"), let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            rest = rest[colon...].dropFirst(3).drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        }
        let path = rest.prefix { $0 != UInt8(ascii: "?") }
        let query = rest[path.endIndex...].dropFirst()
        return (path.isEmpty ? "/" : String(Substring(path)), path.endIndex == rest.endIndex ? nil : String(Substring(query)))
    }
}

/// Header fields in the order they came or go; names compare without case.
package struct HeaderFields: Sendable, ExpressibleByArrayLiteral {
    package var all: [(name: String, value: String)]

    package init(_ all: [(name: String, value: String)] = []) { self.all = all }

    package init(arrayLiteral elements: (String, String)...) { all = elements.map { (name: $0.0, value: $0.1) } }

    /// The value of the first field of that name.
    package subscript(name: String) -> String? { all.first { HeaderFields.same($0.name, name) }?.value }

    package func values(of name: String) -> [String] { all.filter { HeaderFields.same($0.name, name) }.map(\.value) }

    package func contains(_ name: String) -> Bool { self[name] != nil }

    /// The values of a field that is a list, commas taken apart: `["gzip", "br"]`.
    package func list(_ name: String) -> [String] {
        values(of: name).flatMap { $0.split(separator: ",") }.map { trimmed($0) }.filter { !$0.isEmpty }
    }

    static func same(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { lowered($0) == lowered($1) }
    }
}

func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// Without the blanks and tabs around it.
func trimmed(_ text: Substring) -> String {
    var bytes = text.utf8
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(Substring(bytes))
}
