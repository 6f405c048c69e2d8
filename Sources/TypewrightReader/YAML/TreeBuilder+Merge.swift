extension TreeBuilder {
    /// Puts the members of merged objects in the place of the open object's merge keys. Its own members go
    /// before merged ones, and of these the earlier before the later. Gives how many were added, and the
    /// first merge key whose value is no object: it stays as a member.
    mutating func merge() -> (added: Int, refused: Record?) {
        let first = open + 1
        var own: [Record] = []
        var known: Set<String> = []
        var refused: Record?
        for index in stride(from: first, to: waiting.count - 1, by: 2) {
            var key = waiting.base[index]
            let value = waiting.base[index + 1]
            if key.flags & Record.isMerge != 0, sources(of: value) == nil {
                if refused == nil { refused = key }
                key.flags = 0
            }
            if key.flags & Record.isMerge == 0 { known.insert(text(of: key)) }
            own.append(key)
            own.append(value)
        }
        truncate(to: first)
        var added = 0
        for index in stride(from: 0, to: own.count, by: 2) {
            guard own[index].flags & Record.isMerge != 0, let sources = sources(of: own[index + 1]) else {
                add(own[index])
                add(own[index + 1])
                continue
            }
            for source in sources {
                for member in 0..<Int(source.count) {
                    let place = Int(source.first) + 2 * member
                    guard known.insert(text(of: closed(place))).inserted else { continue }
                    add(closed(place))
                    add(closed(place + 1))
                    added += 1
                }
            }
        }
        return (added, refused)
    }

    /// The objects that a merge key's value stands for; `nil` when it is something else.
    private func sources(of value: Record) -> [Record]? {
        if value.kind == .object { return [value] }
        guard value.kind == .array else { return nil }
        let elements = (0..<Int(value.count)).map { closed(Int(value.first) + $0) }
        return elements.allSatisfy { $0.kind == .object } ? elements : nil
    }

    private func text(of record: Record) -> String {
        String(decoding: UnsafeBufferPointer(start: bytes.base + Int(record.first), count: Int(record.count)), as: UTF8.self)
    }
}
