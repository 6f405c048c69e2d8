/// Names and values as queries, forms and cookies carry them: names decoded, values as they were sent.
struct Pairs {
    struct Pair {
        let name: String
        let value: Substring
        /// `flag` without `=`.
        let hasSign: Bool
    }

    private(set) var all: [Pair] = []

    init(query: some StringProtocol) {
        for part in String(query)[...].split(separator: "&") {
            let halves = part.cut(at: UInt8(ascii: "="))
            let name = Percent.decoded(halves?.before ?? part, plusIsSpace: true)
            all.append(Pair(name: name, value: halves?.after ?? "", hasSign: halves != nil))
        }
    }

    init(cookies headers: HeaderFields) {
        for field in headers.values(of: "Cookie") {
            for part in field[...].split(separator: ";") {
                guard let halves = part.cut(at: UInt8(ascii: "=")) else { continue }
                let value = trimmed(halves.after)
                let isQuoted = value.utf8.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
                all.append(Pair(name: trimmed(halves.before), value: isQuoted ? value.dropFirst().dropLast() : value[...], hasSign: true))
            }
        }
    }

    func values(of name: String) -> [Substring] { all.filter { $0.name == name }.map(\.value) }
}
