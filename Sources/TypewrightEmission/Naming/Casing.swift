/// Words to Swift spelling, after the API Design Guidelines: `webhookURL`, `firstSentenceDelayMs`.
struct Casing: Sendable {
    private let initialisms: Set<String>

    /// `extra` and `without` come from the configuration.
    init(extra: [String] = [], without: [String] = []) {
        var all = Casing.standard
        for word in extra { all.insert(word.lowercased()) }
        for word in without { all.remove(word.lowercased()) }
        initialisms = all
    }

    private static let standard: Set<String> = [
        "acl", "api", "ascii", "aws", "cdn", "cidr", "cpu", "css", "csv", "cvc", "db", "dns", "dtmf", "eta", "fqdn",
        "gid", "gpu", "guid", "html", "http", "https", "iban", "id", "imap", "ip", "ipv4", "ipv6", "ivr", "json",
        "jwt", "kms", "mac", "md5", "mfa", "nat", "pdf", "php", "pin", "png", "qps", "ram", "rgb", "rpc", "rsa",
        "saml", "sdk", "sha", "sha1", "sha256", "sip", "sku", "sla", "smtp", "sms", "sql", "ssd", "ssh", "ssl", "sso",
        "svg", "tcp", "tls", "ttl", "udp", "ui", "uid", "uri", "url", "utc", "utf8", "uuid", "vat", "vm", "vpc",
        "vpn", "xml", "xss", "yaml",
    ]

    func upperCamel(_ words: Words) -> String {
        assemble(words.list.map(capitalised))
    }

    func lowerCamel(_ words: Words) -> String {
        var parts = words.list.map(capitalised)
        if let first = words.list.first { parts[0] = first.lowercased() }
        return assemble(parts)
    }

    private func capitalised(_ word: String) -> String {
        let lowered = word.lowercased()
        if initialisms.contains(lowered) { return lowered.uppercased() }
        if lowered.hasSuffix("s"), initialisms.contains(String(lowered.dropLast())) {
            return lowered.dropLast().uppercased() + "s"
        }
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return capitalisedASCII(word) }
        // A word of capitals is shouting, unless it is all there is to tell (`SCREAMING_CASE`).
        let rest = isAllCapitals(word) ? word.dropFirst().lowercased() : String(word.dropFirst())
        return word.prefix(1).uppercased() + rest
    }

    /// The same, without asking Unicode's tables what a character is.
    private func capitalisedASCII(_ word: String) -> String {
        let small = UInt8(ascii: "a")...UInt8(ascii: "z")
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        let isAllCapitals = !word.utf8.contains { small.contains($0) }
        var text = Array(word.utf8)
        for index in text.indices {
            if index == 0 {
                if small.contains(text[0]) { text[0] &-= 0x20 }
            } else if isAllCapitals, capitals.contains(text[index]) {
                text[index] &+= 0x20
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func isAllCapitals(_ word: String) -> Bool {
        for scalar in word.unicodeScalars where scalar.properties.isLowercase { return false }
        return true
    }

    /// Joins, with `_` where two digits would meet (`4.1` is not `41`) and before a leading digit.
    private func assemble(_ parts: [String]) -> String {
        var result = ""
        for part in parts {
            let joinsDigits = endsWithDigit(result) && beginsWithDigit(part)
            if joinsDigits || (result.isEmpty && beginsWithDigit(part)) { result += "_" }
            result += part
        }
        return result.isEmpty ? "empty" : result
    }

    private func beginsWithDigit(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return first >= 0x30 && first <= 0x39
    }

    private func endsWithDigit(_ text: String) -> Bool {
        guard let last = text.utf8.last else { return false }
        return last >= 0x30 && last <= 0x39
    }
}
