import TypewrightModel

/// A property, a position or the payload of a branch.
struct HeldPlace {
    var type: TypeReference
    var isBoxed: Bool
}

extension API {
    /// What a declaration holds, in order.
    func held(by id: TypeID) -> [HeldPlace] {
        switch self[id].shape {
        // By index: whoever takes a whole property copies all that is in it.
        case .object(let object):
            object.properties.indices.map { HeldPlace(type: object.properties[$0].type, isBoxed: object.properties[$0].isBoxed) }
        case .tuple(let tuple):
            tuple.items.indices.map { HeldPlace(type: tuple.items[$0].type, isBoxed: tuple.items[$0].isBoxed) }
        case .union(let union): union.branches.map { HeldPlace(type: $0.type, isBoxed: $0.isBoxed) }
        case .alias, .enumeration: []
        }
    }

    /// The declaration that the reference holds without a detour over the heap; arrays and maps hold elsewhere.
    func heldInPlace(_ type: TypeReference) -> TypeID? {
        var type = type
        for _ in 0...types.count {
            switch type {
            case .nullable(let inner): type = inner
            case .named(let id):
                guard case .alias(let target) = self[id].shape else { return id }
                type = target
            case .any, .boolean, .integer, .number, .string, .text, .array, .map: return nil
            }
        }
        return nil
    }

    mutating func box(_ id: TypeID, edge: Int) {
        switch self[id].shape {
        case .object(var object):
            object.properties[edge].isBoxed = true
            self[id].shape = .object(object)
        case .tuple(var tuple):
            tuple.items[edge].isBoxed = true
            self[id].shape = .tuple(tuple)
        case .union(var union):
            union.branches[edge].isBoxed = true
            self[id].shape = .union(union)
        case .alias, .enumeration: break
        }
    }
}
