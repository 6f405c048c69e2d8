import TypewrightModel

extension Lowerer {
    /// A struct cannot hold itself. Depth first through everything that is held in place (arrays and maps
    /// hold elsewhere); the property or branch that leads back to where the walk came from gets a box.
    func boxCycles() {
        var walk = CycleWalk(api: api)
        for index in api.types.indices { walk.visit(TypeID(index)) }
        api = walk.api
    }
}

private struct CycleWalk {
    var api: API
    private enum State { case new, open, done }
    private var states: [State]

    init(api: API) {
        self.api = api
        states = [State](repeating: .new, count: api.types.count)
    }

    private struct Frame {
        let type: TypeID
        let places: [HeldPlace]
        var next = 0

        init(_ type: TypeID, _ api: API) {
            self.type = type
            places = api.held(by: type)
        }
    }

    /// With a stack of its own: documents nest as deep as they like.
    mutating func visit(_ start: TypeID) {
        guard states[start.index] == .new else { return }
        states[start.index] = .open
        var frames = [Frame(start, api)]
        while let frame = frames.last {
            guard frame.next < frame.places.count else {
                states[frame.type.index] = .done
                frames.removeLast()
                continue
            }
            frames[frames.count - 1].next += 1
            guard let target = api.heldInPlace(frame.places[frame.next].type) else { continue }
            switch states[target.index] {
            case .done: break
            case .open: api.box(frame.type, edge: frame.next)
            case .new:
                states[target.index] = .open
                frames.append(Frame(target, api))
            }
        }
    }
}
