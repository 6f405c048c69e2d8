/// The text with each of the secrets replaced by `***`.
func redact(_ secrets: [String], in text: String) -> String {
    var bytes = Array(text.utf8)
    for secret in secrets where secret.utf8.count >= 4 {
        bytes = replace(Array(secret.utf8), with: Array("***".utf8), in: bytes)
        bytes = replace(Array(percentEncoded(secret).utf8), with: Array("***".utf8), in: bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func replace(_ needle: [UInt8], with replacement: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard let first = needle.first, bytes.count >= needle.count else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == first, bytes[index...].starts(with: needle) {
            result.append(contentsOf: replacement)
            index += needle.count
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return result
}

/// The beginning of a body on one line.
func excerpt(of body: [UInt8], limit: Int = 300) -> String {
    var text = ""
    var wasSpace = true
    for scalar in String(decoding: body.prefix(limit * 4), as: UTF8.self).unicodeScalars {
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
