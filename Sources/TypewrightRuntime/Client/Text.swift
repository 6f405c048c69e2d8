/// The text with each of the secrets replaced by `***`.
func redact(_ secrets: [String], in text: String) -> String {
    String(decoding: redact(secrets, in: Array(text.utf8)), as: UTF8.self)
}

/// The first bytes, with each of the secrets replaced. These are looked for in all of the bytes: what is cut off
/// first could end within a secret, of which the beginning would then be shown.
private func redact(_ secrets: [String], in bytes: [UInt8], limit: Int = .max) -> [UInt8] {
    var needles: [[UInt8]] = []
    for secret in secrets where secret.utf8.count >= 4 { needles += [Array(secret.utf8), Array(percentEncoded(secret).utf8)] }
    needles.sort { $0.count > $1.count }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count, result.count < limit {
        if let needle = needles.first(where: { $0[0] == bytes[index] && bytes[index...].starts(with: $0) }) {
            result.append(contentsOf: "***".utf8)
            index += needle.count
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return result
}

/// The beginning of a body on one line, without secrets.
func excerpt(of body: [UInt8], without secrets: [String], limit: Int = 300) -> String {
    var text = ""
    var wasSpace = true
    for scalar in String(decoding: redact(secrets, in: body, limit: limit * 4), as: UTF8.self).unicodeScalars {
        let isSpace = scalar.value <= 0x20 || scalar.value == 0x7F
        if isSpace && wasSpace { continue }
        wasSpace = isSpace
        text.unicodeScalars.append(isSpace ? " " : scalar)
        if text.utf8.count >= limit { return text + "…" }
    }
    if text.hasSuffix(" ") { text.removeLast() }
    return text
}

/// RFC 4648, section 4.
func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
        let b0 = bytes[index]
        let b1 = index + 1 < bytes.count ? bytes[index + 1] : 0
        let b2 = index + 2 < bytes.count ? bytes[index + 2] : 0
        result.append(alphabet[Int(b0 >> 2)])
        result.append(alphabet[Int((b0 & 3) << 4 | b1 >> 4)])
        result.append(index + 1 < bytes.count ? alphabet[Int((b1 & 15) << 2 | b2 >> 6)] : 0x3D)
        result.append(index + 2 < bytes.count ? alphabet[Int(b2 & 63)] : 0x3D)
        index += 3
    }
    return String(decoding: result, as: UTF8.self)
}
