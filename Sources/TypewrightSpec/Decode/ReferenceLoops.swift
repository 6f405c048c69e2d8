import TypewrightReader
import TypewrightSource

/// References that lead back to where they came from without passing into the instance can never
/// be satisfied or refused: each such circle is cut, with a report, at the reference that closes it.
extension SpecDecoder {
    func cutReferenceLoops() {
        var state = [UInt8](repeating: 0, count: schemas.count)
        for index in schemas.indices where state[index] == 0 {
            // Most lead nowhere.
            guard let schema = schemas[index], schema.reference != nil || schema.hasApplicators else { continue }
            visit(SchemaID(index), &state)
        }
    }

    /// Depth first, with a stack of our own: 1 is on the way, 2 is done.
    private func visit(_ start: SchemaID, _ state: inout [UInt8]) {
        var stack: [(id: SchemaID, next: Int)] = [(start, 0)]
        state[start.index] = 1
        while let top = stack.last {
            let inPlace = inPlaceSchemas(of: top.id)
            guard top.next < inPlace.count else {
                state[top.id.index] = 2
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next += 1
            let child = inPlace[top.next]
            if state[child.index] == 0 {
                state[child.index] = 1
                stack.append((child, 0))
            } else if state[child.index] == 1 {
                cut(stack.map(\.id), closingAt: child)
            }
        }
    }

    /// What has to hold of the same instance without any choice.
    private func inPlaceSchemas(of id: SchemaID) -> [SchemaID] {
        guard let schema = schemas[id.index] else { return [] }
        var all: [SchemaID] = schema.applicators?.allOf ?? []
        if let target = schema.reference?.target { all.append(target) }
        return all
    }

    /// Cuts the last reference on the way that closed a circle at `target`.
    private func cut(_ way: [SchemaID], closingAt target: SchemaID) {
        for id in way.reversed() {
            if let schema = schemas[id.index], let reference = schema.reference, reference.target != nil {
                faults.warning(
                    "reference-loop", "`\(reference.text)` leads only to itself; it is taken to accept everything.", at: reference.range
                )
                schemas[id.index] = schema.withoutReferenceTarget()
                return
            }
            if id == target { return }
        }
    }
}
