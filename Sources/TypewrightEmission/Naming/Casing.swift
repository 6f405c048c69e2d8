import TypewrightSource

/// Words to Swift spelling, after the API Design Guidelines: `webhookURL`, `firstSentenceDelayMs`.
struct Casing: Sendable {
    private let initialisms: Set<String>
    /// Those of up to eight ASCII characters, and whether there are others.
    private let shortInitialisms: Set<UInt64>
    private let hasLongInitialisms: Bool

    /// `extra` and `without` come from the configuration.
    init(extra: [String] = [], without: [String] = []) {
        var all = Casing.standard
        for word in extra { all.insert(word.lowercased()) }
        for word in without { all.remove(word.lowercased()) }
        initialisms = all
        shortInitialisms = Set(all.compactMap { Casing.isShort($0) ? Casing.packed($0) : nil })
        hasLongInitialisms = shortInitialisms.count < all.count
    }

    private static let standard: Set<String> = [
        "acl", "api", "ascii", "aws", "cdn", "cidr", "cpu", "css", "csv", "cvc", "db", "dns", "dtmf", "eta", "fqdn",
        "gid", "gpu", "guid", "html", "http", "https", "iban", "id", "imap", "ip", "ipv4", "ipv6", "ivr", "json",
        "jwt", "kms", "mac", "md5", "mfa", "nat", "pdf", "php", "pin", "png", "qps", "ram", "rgb", "rpc", "rsa",
        "saml", "sdk", "sha", "sha1", "sha256", "sip", "sku", "sla", "smtp", "sms", "sql", "ssd", "ssh", "ssl", "sso",
        "svg", "tcp", "tls", "ttl", "udp", "ui", "uid", "uri", "url", "utc", "utf8", "uuid", "vat", "vm", "vpc",
        "vpn", "xml", "xss", "yaml",
    ]

    func upperCamel(_ words: Words) -> String { assemble(words, isFirstSmall: false) }

    func lowerCamel(_ words: Words) -> String { assemble(words, isFirstSmall: true) }

    /// Joins, with `_` where two digits would meet (`4.1` is not `41`) and before a leading digit.
    private func assemble(_ words: Words, isFirstSmall: Bool) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for (index, word) in words.list.enumerated() {
            if word.utf8.first.map(isDigit) == true, text.last.map(isDigit) != false { text.append(UInt8(ascii: "_")) }
            append(word, to: &text, isSmall: isFirstSmall && index == 0)
        }
        return text.isEmpty ? "empty" : String(decoding: text, as: UTF8.self)
    }

    /// Without asking Unicode's tables what a character is, where there is ASCII only.
    private func append(_ word: String, to text: inout [UInt8], isSmall: Bool) {
        let start = text.count
        text.append(text: word)
        var key: UInt64 = 0
        var keyOfSingular: UInt64 = 0
        var isShouting = true
        for index in start..<text.count {
            let byte = text[index]
            if byte >= 0x80 || hasLongInitialisms {
                text.removeSubrange(start...)
                text.append(contentsOf: (isSmall ? word.lowercased() : capitalised(word)).utf8)
                return
            }
            keyOfSingular = key
            key = key << 8 | UInt64(lowered(byte))
            if isSmallLetter(byte) { isShouting = false }
        }
        let count = text.count - start
        if isSmall {
            for index in start..<text.count { text[index] = lowered(text[index]) }
        } else if count <= 8, shortInitialisms.contains(key) {
            for index in start..<text.count { text[index] = raised(text[index]) }
        } else if count <= 9, key & 0xFF == UInt64(UInt8(ascii: "s")), shortInitialisms.contains(keyOfSingular) {
            for index in start..<text.count - 1 { text[index] = raised(text[index]) }
            text[text.count - 1] = UInt8(ascii: "s")
        } else {
            // A word of capitals is shouting, unless it is all there is to tell (`SCREAMING_CASE`).
            if isShouting { for index in start..<text.count { text[index] = lowered(text[index]) } }
            text[start] = raised(text[start])
        }
    }

    private func capitalised(_ word: String) -> String {
        let lowered = word.lowercased()
        if initialisms.contains(lowered) { return lowered.uppercased() }
        if lowered.hasSuffix("s"), initialisms.contains(String(lowered.dropLast())) {
            return lowered.dropLast().uppercased() + "s"
        }
        let isShouting = !word.unicodeScalars.contains { $0.properties.isLowercase }
        let rest = isShouting ? word.dropFirst().lowercased() : String(word.dropFirst())
        return word.prefix(1).uppercased() + rest
    }

    private static func isShort(_ word: String) -> Bool { word.utf8.count <= 8 && word.utf8.allSatisfy { $0 < 0x80 } }

    private static func packed(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private func isSmallLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    private func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }

    private func raised(_ byte: UInt8) -> UInt8 { isSmallLetter(byte) ? byte - 0x20 : byte }
}
