/// A place where names have to differ: the module, a type's members, a method's parameters.
///
/// All names that want to live in the scope are gathered first and then told apart by something
/// stable, their key, so that neither the order of the document nor an addition elsewhere renames anything.
struct NamingScope {
    struct Candidate {
        /// The best name, an identifier as all are.
        let first: String?
        /// What tells it apart for good: the name in the document, a location.
        let key: String
        /// Chosen by the user: goes first, and is taken as it is.
        let isChosen: Bool
        private let others: () -> [String]

        /// Of the others nobody asks mostly, so they are not made before.
        init(first: String?, key: String, others: @escaping () -> [String]) {
            self.first = first
            self.key = key
            self.others = others
            isChosen = false
        }

        init(wanted: [String], key: String, isChosen: Bool = false) {
            first = wanted.first
            self.key = key
            self.isChosen = isChosen
            others = { Array(wanted.dropFirst()) }
        }

        /// Best first.
        var wanted: [String] { first.map { [$0] + others() } ?? [] }
    }

    struct Collision: Equatable {
        /// Indices of candidates that wanted the same name.
        var members: [Int]
        var wanted: String
    }

    private var taken: Set<String>
    /// Names that are not free either, shared by many scopes.
    private let outer: Set<String>
    private(set) var collisions: [Collision] = []

    /// What is taken from the beginning stays a set of its own, for many scopes have the same and none copies it.
    init(taken: Set<String> = [], outer: Set<String> = []) {
        self.taken = outer.isEmpty ? [] : taken
        self.outer = outer.isEmpty ? taken : outer
    }

    mutating func assign(_ candidates: [Candidate]) -> [SwiftIdentifier] {
        if let names = uncontested(candidates) { return names }
        var names = [String?](repeating: nil, count: candidates.count)
        for (wanted, members) in buckets(of: candidates) {
            if members.count > 1 { collisions.append(Collision(members: members, wanted: wanted)) }
            let ordered = members.sorted { precedes(candidates[$0], candidates[$1], wanted: wanted) }
            for (place, member) in ordered.enumerated() {
                let all = candidates[member].wanted
                let choices = place == 0 || candidates[member].isChosen ? all : Array(all.dropFirst()) + [wanted]
                names[member] = claim(choices.isEmpty ? [wanted] : choices)
            }
        }
        return names.map { SwiftIdentifier(checked: $0 ?? "empty") }
    }

    /// Where all names are free and wanted once, as they mostly are.
    private mutating func uncontested(_ candidates: [Candidate]) -> [SwiftIdentifier]? {
        var new = Set<String>(minimumCapacity: candidates.count)
        var names: [SwiftIdentifier] = []
        names.reserveCapacity(candidates.count)
        for candidate in candidates {
            guard let wanted = candidate.first, isFree(wanted), new.insert(wanted).inserted else { return nil }
            names.append(SwiftIdentifier(checked: wanted))
        }
        if taken.isEmpty { taken = new } else { taken.formUnion(new) }
        return names
    }

    /// By wanted name, in the order of first appearance; names that are free and wanted once go first,
    /// so that a disambiguated name never takes them.
    private func buckets(of candidates: [Candidate]) -> [(wanted: String, members: [Int])] {
        var places: [String: Int] = [:]
        var buckets: [(wanted: String, members: [Int])] = []
        for (index, candidate) in candidates.enumerated() {
            let wanted = candidate.first ?? "empty"
            if let place = places[wanted] {
                buckets[place].members.append(index)
            } else {
                places[wanted] = buckets.count
                buckets.append((wanted, [index]))
            }
        }
        var simple: [(wanted: String, members: [Int])] = []
        var contested: [(wanted: String, members: [Int])] = []
        for bucket in buckets {
            if bucket.members.count == 1, isFree(bucket.wanted) { simple.append(bucket) } else { contested.append(bucket) }
        }
        return simple + contested.sorted { $0.wanted < $1.wanted }
    }

    private func precedes(_ a: Candidate, _ b: Candidate, wanted: String) -> Bool {
        if a.isChosen != b.isChosen { return a.isChosen }
        if (a.key == wanted) != (b.key == wanted) { return a.key == wanted }
        return a.key < b.key
    }

    private func isFree(_ name: String) -> Bool { !outer.contains(name) && !taken.contains(name) }

    private mutating func take(_ name: String) -> Bool { !outer.contains(name) && taken.insert(name).inserted }

    private mutating func claim(_ choices: [String]) -> String {
        for choice in choices where take(choice) { return choice }
        let base = choices[choices.count - 1]
        let separator = base.utf8.last.map { $0 >= 0x30 && $0 <= 0x39 } == true ? "_" : ""
        var number = 2
        while !take(base + separator + String(number)) { number += 1 }
        return base + separator + String(number)
    }
}
