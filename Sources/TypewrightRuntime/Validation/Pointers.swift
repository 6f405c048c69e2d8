extension CheckState {
    /// The findings in the order of the text, those at one value in the order in which they were found,
    /// with their pointers, which are made in one pass over the text.
    mutating func violations(explained: [Explanations.Key: [Finding]]) -> [Violation] {
        let order = findings.indices.sorted { a, b in
            findings[a].at == findings[b].at ? a < b : findings[a].at < findings[b].at
        }
        let places = Set(findings.map(\.at) + explained.values.flatMap { $0.map(\.at) }).sorted()
        var trail = PointerTrail(places)
        reader.fault = nil
        reader.at = reader.start
        reader.levels = 512
        trail.visit(&reader)
        var pointers: [UnsafePointer<UInt8>: String] = [:]
        for (place, pointer) in zip(places, trail.pointers) { pointers[place] = pointer }
        let start = reader.start
        func violation(_ finding: Finding, closest: [Violation] = []) -> Violation {
            Violation(
                pointer: pointers[finding.at] ?? "", keyword: finding.keyword.description, schemaLocation: finding.schemaLocation,
                message: finding.message, value: finding.value, offset: finding.at - start, closest: closest)
        }
        return order.map { index in
            let finding = findings[index]
            let closest = explained[Explanations.Key(at: finding.at, schemaLocation: finding.schemaLocation)] ?? []
            return violation(finding, closest: closest.map { violation($0) })
        }
    }
}

/// Walks through a text and notes the pointers of some places in it.
private struct PointerTrail {
    let places: [UnsafePointer<UInt8>]
    var pointers: [String]
    private var found = 0
    private var path: [String] = []

    /// `places` in ascending order: beginnings of values or of keys.
    init(_ places: [UnsafePointer<UInt8>]) {
        self.places = places
        pointers = Array(repeating: "", count: places.count)
    }

    private var isDone: Bool { found == places.count }

    private mutating func note(_ at: UnsafePointer<UInt8>) {
        while !isDone, places[found] <= at {
            pointers[found] = path.joined()
            found += 1
        }
    }

    mutating func visit(_ reader: inout JSONReader) {
        reader.skipWhitespace()
        note(reader.at)
        switch reader.at.pointee {
        case 0x7B: visitObject(&reader)
        case 0x5B: visitArray(&reader)
        default: reader.skipValue()
        }
    }

    private mutating func visitObject(_ reader: inout JSONReader) {
        guard reader.open(0x7B, .object) else { return }
        var isFirst = true
        while !isDone, reader.nextMember(&isFirst) {
            let place = reader.at
            guard let key = reader.scanString() else { return }
            // A name is a part of the object.
            note(place)
            path.append("/" + CheckState.escaped(CheckState.string(of: key)))
            reader.skipWhitespace()
            guard reader.at.pointee == 0x3A else { return }
            reader.at += 1
            visit(&reader)
            path.removeLast()
        }
        reader.levels += 1
    }

    private mutating func visitArray(_ reader: inout JSONReader) {
        guard reader.open(0x5B, .array) else { return }
        var isFirst = true
        var index = 0
        while !isDone, reader.nextElement(&isFirst) {
            path.append("/" + String(index))
            visit(&reader)
            path.removeLast()
            index += 1
        }
        reader.levels += 1
    }
}
