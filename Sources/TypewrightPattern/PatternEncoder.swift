/// Writes a pattern as the runtime reads it: numbers in digits of five bits, lowest first, one
/// printable ASCII character each, with none that a Swift literal would have to escape.
///
///     program  = version kind captures setCount set* (tree | runs)
///     set      = flags rangeCount (gap length-1)* [categories] [propertyCount property*]
///     runs     = isEndAnchored count (0 text | 1 set min max)*
///     text     = count scalar*
///
/// A `max` is written one higher, and 0 means without end.
struct PatternEncoder {
    private static let version = 1
    private var bytes: [UInt8] = []

    static func encode(_ node: PatternNode, sets: [ScalarSet], captures: Int) -> String {
        var encoder = PatternEncoder()
        let runs = PatternRuns(node, sets: sets)
        encoder.write(version)
        encoder.write(runs == nil ? 0 : 1)
        encoder.write(captures)
        encoder.write(sets.count)
        for set in sets { encoder.write(set) }
        if let runs { encoder.write(runs) } else { encoder.write(node) }
        return String(decoding: encoder.bytes, as: UTF8.self)
    }

    private mutating func write(_ number: Int) {
        var rest = number
        repeat {
            let digit = UInt8(rest & 31) + (rest > 31 ? 32 : 0)
            bytes.append(digit + (digit < 57 ? 0x23 : 0x24))
            rest >>= 5
        } while rest > 0
    }

    private mutating func write(_ set: ScalarSet) {
        write((set.isNegated ? 1 : 0) + (set.categories != 0 ? 2 : 0) + (set.properties.isEmpty ? 0 : 4))
        write(set.bounds.count / 2)
        var next: UInt32 = 0
        for (index, bound) in set.bounds.enumerated() {
            write(Int(bound - next))
            next = index % 2 == 0 ? bound : bound + 1
        }
        if set.categories != 0 { write(Int(set.categories)) }
        if !set.properties.isEmpty {
            write(set.properties.count)
            for property in set.properties { write(Int(property)) }
        }
    }

    private mutating func write(text: [UInt32]) {
        write(text.count)
        for scalar in text { write(Int(scalar)) }
    }

    private mutating func write(min: Int, max: Int) {
        write(min)
        write(max == LoopBounds.unlimited ? 0 : max + 1)
    }

    private mutating func write(_ runs: PatternRuns) {
        write(runs.isEndAnchored ? 1 : 0)
        write(runs.items.count)
        for item in runs.items {
            switch item {
            case .text(let text):
                write(0)
                write(text: text)
            case .run(let set, let min, let max):
                write(1)
                write(set)
                write(min: min, max: max)
            }
        }
    }

    private mutating func write(_ node: PatternNode) {
        switch node {
        case .empty: write(0)
        case .text(let text):
            write(1)
            write(text: text)
        case .set(let set):
            write(2)
            write(set)
        case .sequence(let nodes), .alternation(let nodes):
            if case .sequence = node { write(3) } else { write(4) }
            write(nodes.count)
            for node in nodes { write(node) }
        case .loop(let body, let bounds):
            write(5)
            write(min: bounds.min, max: bounds.max)
            write((bounds.isLazy ? 1 : 0) + (bounds.captures.isEmpty ? 0 : 2))
            if !bounds.captures.isEmpty {
                write(bounds.captures.lowerBound)
                write(bounds.captures.count)
            }
            write(body)
        case .capture(let body, let number):
            write(6)
            write(number)
            write(body)
        case .assertion(let assertion): write(7 + assertion.rawValue)
        case .look(let body, let ahead, let negated):
            write(11)
            write((ahead ? 1 : 0) + (negated ? 2 : 0))
            write(body)
        case .backReference(let number):
            write(12)
            write(number)
        }
    }
}
