import TypewrightModel

extension Lowerer {
    /// A struct may hold others that hold others: every function that copies, assigns or destroys it names each
    /// of the strings and arrays in all of them, and an optional on the way doubles them. So what the compiler
    /// makes grows with the product of the levels, in real documents beyond what it can do. What holds more
    /// than a few is kept in a box.
    func boxLarge() {
        var measure = Measure(api: api)
        for index in api.types.indices { measure.visit(TypeID(index)) }
        api = measure.api
    }
}

private struct Measure {
    /// How many values may be held in place of one. Measured as the size of the code and the compiler's CPU
    /// seconds for adyen-checkout, debug: without a bound 6.8 MB in 34, 32 6.4 in 33, 16 6.1 in 33, 8 5.6 in 29,
    /// 4 5.4 in 28. With 8, stripe compiles in 141; without, it was stopped after more than 500.
    private static let bound = 8

    var api: API
    /// How many values each declaration holds in place.
    private var weights: [Int?]

    init(api: API) {
        self.api = api
        weights = [Int?](repeating: nil, count: api.types.count)
    }

    /// What is held first, with a stack of its own: documents nest as deep as they like. What closes a cycle
    /// is in its box already.
    mutating func visit(_ start: TypeID) {
        var waiting = [start]
        while let id = waiting.last {
            let before = weights[id.index] == nil ? unsettled(in: id) : []
            if before.isEmpty {
                if weights[id.index] == nil { settle(id) }
                waiting.removeLast()
            } else {
                waiting += before
            }
        }
    }

    private func unsettled(in id: TypeID) -> [TypeID] {
        api.held(by: id).compactMap { $0.isBoxed ? nil : api.heldInPlace($0.type) }.filter { weights[$0.index] == nil }
    }

    private mutating func settle(_ id: TypeID) {
        var sizes: [Int] = []
        for (edge, place) in api.held(by: id).enumerated() {
            let size = place.isBoxed ? 1 : api.heldInPlace(place.type).flatMap { weights[$0.index] } ?? 1
            if size > Self.bound { api.box(id, edge: edge) }
            sizes.append(size > Self.bound ? 1 : size)
        }
        weights[id.index] = switch api[id].shape {
        case .object(let object): sizes.reduce(object.additional == .ignored ? 0 : 1, +)
        case .tuple(let tuple): sizes.reduce(tuple.rest == nil ? 0 : 1, +)
        case .union: 1 + (sizes.max() ?? 0)
        case .alias, .enumeration: 1
        }
    }
}
