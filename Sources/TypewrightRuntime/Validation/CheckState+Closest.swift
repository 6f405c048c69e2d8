/// Why none of several alternatives matches: what the closest one still wants.
///
/// Alternatives are tried without taking notes, for most of the time one matches. When a text turns out
/// to be invalid because none did, it is checked once more, and then the branches that are to be
/// explained take notes of their own.
struct Explanations {
    struct Key: Hashable {
        let at: UnsafePointer<UInt8>
        let schemaLocation: String
    }

    /// What is to be explained.
    let wanted: Set<Key>
    private let places: Set<UnsafePointer<UInt8>>
    private(set) var found: [Key: [Finding]] = [:]

    /// The alternatives that are being explained, and the depth of their frame.
    private(set) var running: (key: Key, depth: Int)?
    /// What the present branch wants.
    private(set) var notes: [Finding] = []
    private var bestRank = Explanations.hopeless
    /// What the checker remembered before the branch.
    private var memory: [Memory.Key: Memory.Outcome] = [:]

    /// Beyond so many, alternatives are not explained, and a branch that wants so much not further looked into.
    static let mostBranches = 64
    static let mostNotes = 16
    /// How much of what the closest alternative wants is told.
    static let told = 3
    private static let hopeless = -1_000_000

    init(_ findings: [Finding]) {
        wanted = Set(findings.filter(\.hasAlternatives).map { Key(at: $0.at, schemaLocation: $0.schemaLocation) })
        places = Set(wanted.map(\.at))
    }

    func mayConcern(_ place: UnsafePointer<UInt8>) -> Bool { running == nil && places.contains(place) }

    @usableFromInline mutating func begin(_ key: Key, depth: Int) {
        running = (key, depth)
        bestRank = Explanations.hopeless
    }

    mutating func beginBranch(_ memory: [Memory.Key: Memory.Outcome]) {
        self.memory = memory
        notes = []
    }

    /// False when no more are wanted.
    mutating func note(_ finding: Finding) -> Bool {
        if !notes.contains(where: { $0.says(finding) }) { notes.append(finding) }
        return notes.count < Explanations.mostNotes
    }

    /// Gives back what the checker remembered before.
    mutating func endBranch() -> [Memory.Key: Memory.Outcome] {
        guard let key = running?.key, !notes.isEmpty else { return memory }
        let order = notes.indices.sorted { notes[$0].at == notes[$1].at ? $0 < $1 : notes[$0].at < notes[$1].at }
        let told = order.prefix(Explanations.told).map { notes[$0] }
        let rank = Explanations.rank(told, at: key.at)
        if rank > bestRank {
            bestRank = rank
            found[key] = told
        }
        return memory
    }

    @usableFromInline mutating func end() { running = nil }

    /// Whatever is found deep inside or in small number speaks for an alternative; a property that tells the
    /// alternatives apart speaks against it where it has another value. A value of another type altogether
    /// is not close to anything, but one that is missing in a list may be a slip.
    private static func rank(_ findings: [Finding], at place: UnsafePointer<UInt8>) -> Int {
        var rank = 0
        for finding in findings {
            let isOwn = (finding.object ?? finding.at) == place
            let tells = finding.keyword.description == "const" || finding.keyword.description == "enum"
            if isOwn && (tells && !finding.isNear || finding.keyword.description == "type") { return hopeless }
            rank -= tells ? 100 : (isOwn ? 10 : 5)
        }
        return rank
    }
}

extension CheckState {
    /// Whether the branch that begins takes notes of its own.
    mutating func explainBranch() -> Bool {
        guard trials == 0, var explanations else { return false }
        if explanations.running == nil, top.pointee.index == 0, explanations.mayConcern(top.pointee.start), nameObject == nil {
            let keyword = top.pointee.role == .anyOf ? "/anyOf" : "/oneOf"
            let key = Explanations.Key(at: top.pointee.start, schemaLocation: location(ofFrame: true) + keyword)
            if explanations.wanted.contains(key) { explanations.begin(key, depth: depth) }
        }
        guard explanations.running?.depth == depth, top.pointee.index < Explanations.mostBranches else { return false }
        explanations.beginBranch(memory.outcomes)
        memory.outcomes = [:]
        self.explanations = explanations
        return true
    }

    /// The object whose name is being checked, and not a value.
    var nameObject: UnsafePointer<UInt8>? {
        mutating get {
            var place = depth - 1
            while place >= 0 {
                let frame = frames + place
                if frame.pointee.isContainer { return frame.pointee.step == .propertyNames ? frame.pointee.start : nil }
                place -= 1
            }
            return nil
        }
    }
}
