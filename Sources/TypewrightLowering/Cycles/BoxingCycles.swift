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
        var type: TypeID
        var next = 0
    }

    /// With a stack of its own: documents nest as deep as they like.
    mutating func visit(_ start: TypeID) {
        guard states[start.index] == .new else { return }
        states[start.index] = .open
        var frames = [Frame(type: start)]
        while let frame = frames.last {
            let edges = self.edges(of: frame.type)
            guard frame.next < edges.count else {
                states[frame.type.index] = .done
                frames.removeLast()
                continue
            }
            frames[frames.count - 1].next += 1
            guard let target = heldInPlace(edges[frame.next]) else { continue }
            switch states[target.index] {
            case .done: break
            case .open: box(frame.type, edge: frame.next)
            case .new:
                states[target.index] = .open
                frames.append(Frame(type: target))
            }
        }
    }

    private func edges(of id: TypeID) -> [TypeReference] {
        switch api[id].shape {
        case .object(let object): object.properties.map(\.type)
        case .tuple(let tuple): tuple.items.map(\.type)
        case .union(let union): union.branches.map(\.type)
        case .alias, .enumeration: []
        }
    }

    /// The declaration that the reference holds without a detour over the heap.
    private func heldInPlace(_ type: TypeReference) -> TypeID? {
        var type = type
        for _ in 0...api.types.count {
            switch type {
            case .nullable(let inner): type = inner
            case .named(let id):
                guard case .alias(let target) = api[id].shape else { return id }
                type = target
            case .any, .boolean, .integer, .number, .string, .text, .array, .map: return nil
            }
        }
        return nil
    }

    private mutating func box(_ id: TypeID, edge: Int) {
        switch api[id].shape {
        case .object(var object):
            object.properties[edge].closesCycle = true
            api[id].shape = .object(object)
        case .tuple(var tuple):
            tuple.items[edge].closesCycle = true
            api[id].shape = .tuple(tuple)
        case .union(var union):
            union.branches[edge].closesCycle = true
            api[id].shape = .union(union)
        case .alias, .enumeration: break
        }
    }
}
