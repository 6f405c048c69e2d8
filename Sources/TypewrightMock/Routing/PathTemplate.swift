/// `/reports/{year}-{month}.{format}`, taken apart.
struct PathTemplate: Sendable {
    let text: String
    let segments: [Segment]
    /// What stands behind a `?` in the template. Paths should have none; some documents tell operations apart by it.
    let query: [(name: String, value: String)]

    struct Segment: Sendable {
        var pieces: [Piece]

        /// Literals first, then those that hold a literal, then parameters alone.
        var rank: Int {
            let literals = pieces.filter { if case .literal = $0 { true } else { false } }
            return literals.count == pieces.count ? 0 : (literals.isEmpty ? 2 : 1)
        }
    }

    enum Piece: Sendable {
        /// Decoded.
        case literal([UInt8])
        case parameter(String)
    }

    init(_ text: String) {
        self.text = text
        // A fragment is never sent.
        let sent = text.cut(at: UInt8(ascii: "#"))?.before ?? text[...]
        let parts = sent.cut(at: UInt8(ascii: "?"))
        let path = parts?.before ?? sent
        query = (parts?.after ?? "").split(separator: "&").map { pair in
            let halves = pair.cut(at: UInt8(ascii: "="))
            return (String(halves?.before ?? pair), String(halves?.after ?? ""))
        }
        segments = PathTemplate.split(path).map(PathTemplate.segment)
    }

    /// The segments of a path, the slash before the first aside. `/` has one, which is empty.
    static func split(_ path: Substring) -> [Substring] {
        let rest = path.utf8.first == UInt8(ascii: "/") ? path.dropFirst() : path
        return rest.split(separator: "/", omittingEmptySubsequences: false)
    }

    private static func segment(_ text: Substring) -> Segment {
        var pieces: [Piece] = []
        var rest = text
        while let open = rest.cut(at: UInt8(ascii: "{")), let close = open.after.cut(at: UInt8(ascii: "}")) {
            if !open.before.isEmpty { pieces.append(.literal(literal(open.before))) }
            pieces.append(.parameter(String(close.before)))
            rest = close.after
        }
        if !rest.isEmpty || pieces.isEmpty { pieces.append(.literal(literal(rest))) }
        return Segment(pieces: pieces)
    }

    private static func literal(_ text: Substring) -> [UInt8] { Array(Percent.decoded(text).utf8) }

    /// The values of the parameters, undecoded; `nil` where the path is another.
    func match(_ path: [Substring]) -> [(name: String, value: Substring)]? {
        guard path.count == segments.count else { return nil }
        var values: [(name: String, value: Substring)] = []
        for (segment, text) in zip(segments, path) {
            guard PathTemplate.match(segment.pieces[...], text, into: &values) else { return nil }
        }
        return values
    }

    /// A parameter takes as much as it can and leaves the rest what it needs; it is never empty.
    private static func match(_ pieces: ArraySlice<Piece>, _ text: Substring, into values: inout [(name: String, value: Substring)]) -> Bool {
        guard let first = pieces.first else { return text.isEmpty }
        let rest = pieces.dropFirst()
        switch first {
        case .literal(let literal):
            if rest.isEmpty { return isSame(text, literal) }
            for end in ends(of: text) where isSame(text[..<end], literal) {
                return match(rest, text[end...], into: &values)
            }
            return false
        case .parameter(let name):
            if rest.isEmpty {
                values.append((name, text))
                return !text.isEmpty
            }
            let count = values.count
            for end in ends(of: text).reversed() where end > text.startIndex {
                values.append((name, text[..<end]))
                if match(rest, text[end...], into: &values) { return true }
                values.removeSubrange(count...)
            }
            return false
        }
    }

    /// Every place where a text could be cut, its end among them.
    private static func ends(of text: Substring) -> [Substring.Index] {
        var ends = Array(text.utf8.indices)
        ends.append(text.endIndex)
        return ends
    }

    private static func isSame(_ text: Substring, _ literal: [UInt8]) -> Bool {
        text.utf8.elementsEqual(literal) || (text.utf8.contains(UInt8(ascii: "%")) && Percent.decoded(text).utf8.elementsEqual(literal))
    }

    /// Whether this template comes first where both match.
    func isMoreConcrete(than other: PathTemplate) -> Bool {
        for (one, another) in zip(segments, other.segments) where one.rank != another.rank { return one.rank < another.rank }
        return query.count > other.query.count
    }
}
