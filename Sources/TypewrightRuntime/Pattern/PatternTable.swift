/// A network without look-around and counters, made deterministic: one look into a table per
/// scalar. Only built where the table stays small.
final class PatternTable: Sendable {
    private static let maximumCells = 1 << 13
    private static let maximumWork = 100_000

    private let alphabet: PatternAlphabet
    /// Rows of one cell per column and one for the end of the text. A cell holds twice the
    /// place of the next row, plus one where the pattern was found before this column. From
    /// the first row no way leads to a match.
    private let cells: [UInt32]
    private let firstRow: Int

    func matches(_ text: PatternText) -> Bool {
        cells.withUnsafeBufferPointer { cells in
            alphabet.ascii.withUnsafeBufferPointer { ascii in
                var row = firstRow
                var place = 0
                while place < text.count {
                    let byte = text.bytes[place]
                    let column: Int
                    if byte < 0x80 {
                        column = Int(ascii[Int(byte)])
                        place += 1
                    } else {
                        let next = text.scalar(at: place)
                        column = alphabet.column(of: next.value)
                        place = next.end
                    }
                    let cell = Int(cells[row + column])
                    if cell & 1 == 1 { return true }
                    row = cell >> 1
                    if row == 0 { return false }
                }
                return cells[row + alphabet.columnCount] & 1 == 1
            }
        }
    }

    /// `nil` where the table would be too large.
    init?(_ networks: PatternNetworks) {
        guard networks.looks.isEmpty, networks.main.counterCount == 0 else { return nil }
        var builder = Builder(networks)
        guard let firstRow = builder.build() else { return nil }
        alphabet = networks.alphabet
        cells = builder.cells
        self.firstRow = firstRow
    }

    /// What decides how the text can go on: the states to start from, before following what
    /// takes no scalar, as that depends on the scalar to come too.
    private struct Situation: Hashable {
        var states: [Int]
        var isAtStart = false
        var isBehindWord = false
    }

    private struct Builder {
        let networks: PatternNetworks
        let network: PatternNetwork
        let width: Int
        var cells: [UInt32] = []
        private var rows: [Situation: Int] = [:]
        private var waiting: [Situation] = []
        private var work = 0
        private var visited: [Int]
        private var visit = 0
        private let usesWords: Bool
        private let usesStart: Bool

        init(_ networks: PatternNetworks) {
            self.networks = networks
            network = networks.main
            width = networks.alphabet.columnCount + 1
            visited = [Int](repeating: 0, count: network.states.count)
            var usesWords = false
            var usesStart = false
            for case .assertion(let assertion, _) in network.states {
                switch assertion {
                case .wordBoundary, .notWordBoundary: usesWords = true
                case .start: usesStart = true
                case .end: break
                }
            }
            self.usesWords = usesWords
            self.usesStart = usesStart
        }

        /// The place of the first row.
        mutating func build() -> Int? {
            cells = [UInt32](repeating: 0, count: width)
            guard let first = row(Situation(states: [network.start], isAtStart: usesStart)) else { return nil }
            while let situation = waiting.popLast() {
                guard fill(situation) else { return nil }
            }
            return first
        }

        private mutating func row(_ situation: Situation) -> Int? {
            if situation.states.isEmpty { return 0 }
            if let known = rows[situation] { return known }
            let place = cells.count
            guard place + width <= PatternTable.maximumCells else { return nil }
            cells.append(contentsOf: repeatElement(0, count: width))
            rows[situation] = place
            waiting.append(situation)
            return place
        }

        private mutating func fill(_ situation: Situation) -> Bool {
            guard let place = rows[situation] else { return false }
            let beforeEnd = reach(situation, isAtEnd: true, isBeforeWord: false)
            if beforeEnd.isAccepted { cells[place + width - 1] = 1 }
            let beforeOther = reach(situation, isAtEnd: false, isBeforeWord: false)
            let beforeWord = usesWords ? reach(situation, isAtEnd: false, isBeforeWord: true) : beforeOther
            for column in 0..<width - 1 {
                let isWord = usesWords && networks.alphabet.holds(networks.wordSet, column)
                let reached = isWord ? beforeWord : beforeOther
                if reached.isAccepted {
                    cells[place + column] = 1
                    continue
                }
                guard work < PatternTable.maximumWork, let next = row(take(reached.takers, column, isWord)) else { return false }
                cells[place + column] = UInt32(next) << 1
            }
            return true
        }

        private mutating func take(_ takers: [Int], _ column: Int, _ isWord: Bool) -> Situation {
            var states = network.isAnchored ? [] : [network.start]
            work += takers.count
            for taker in takers {
                if case .set(let set, let next) = network.states[taker], networks.alphabet.holds(set, column) {
                    states.append(next)
                }
            }
            states.sort()
            var unique: [Int] = []
            for state in states where state != unique.last { unique.append(state) }
            return Situation(states: unique, isBehindWord: isWord)
        }

        private mutating func reach(
            _ situation: Situation, isAtEnd: Bool, isBeforeWord: Bool
        ) -> (takers: [Int], isAccepted: Bool) {
            visit += 1
            var takers: [Int] = []
            var isAccepted = false
            var stack = situation.states
            while let state = stack.popLast() {
                guard visited[state] != visit else { continue }
                visited[state] = visit
                work += 1
                switch network.states[state] {
                case .accepted: isAccepted = true
                case .set: takers.append(state)
                case .fork(let one, let other):
                    stack.append(other)
                    stack.append(one)
                case .assertion(let assertion, let next):
                    let holds = switch assertion {
                    case .start: situation.isAtStart
                    case .end: isAtEnd
                    case .wordBoundary: situation.isBehindWord != isBeforeWord
                    case .notWordBoundary: situation.isBehindWord == isBeforeWord
                    }
                    if holds { stack.append(next) }
                case .counter, .look: break
                }
            }
            return (takers, isAccepted)
        }
    }
}
