/// Where a webhook goes: `http://127.0.0.1:8080/hook?x=1`.
package struct WebAddress: Sendable {
    package let text: String
    let isSecure: Bool
    let host: String
    let port: UInt16
    /// As the request line has it.
    let target: String

    /// The authority as it was written, for the `Host` header.
    let authority: String

    /// `nil` for what is no address with http or https.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        let parts = text.parts(between: "://")
        guard parts.count >= 2, ["http", "https"].contains(parts[0].lowercased()) else { return nil }
        isSecure = parts[0].lowercased() == "https"
        let rest = text[parts[1].startIndex...]
        let end = rest.utf8.firstIndex { [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) } ?? rest.endIndex
        var place = rest[..<end]
        if let user = place.utf8.lastIndex(of: UInt8(ascii: "@")) { place = place[place.utf8.index(after: user)...] }
        let sent = rest[end...].cut(at: UInt8(ascii: "#"))?.before ?? rest[end...]
        target = sent.hasPrefix("/") ? String(sent) : "/" + sent
        authority = String(place)
        self.text = text
        var port: Substring?
        if place.hasPrefix("["), let close = place.cut(at: UInt8(ascii: "]")) {
            host = String(close.before.dropFirst())
            port = close.after.isEmpty ? nil : close.after.dropFirst()
        } else {
            let halves = place.cut(at: UInt8(ascii: ":"))
            host = String(halves?.before ?? place)
            port = halves?.after
        }
        guard !host.isEmpty else { return nil }
        guard let port, !port.isEmpty else {
            self.port = isSecure ? 443 : 80
            return
        }
        guard let number = UInt16(port), number > 0 else { return nil }
        self.port = number
    }
}
