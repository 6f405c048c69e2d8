// What the presence of a member asks of its object: other members, or another schema.
extension CheckState {
    struct Dependency {
        let frame: Int
        let key: Int
        let required: [Int]
        let keyword: StaticString
    }

    /// Where key `key` is there, so have to be others. Older drafts have another keyword for it.
    @usableFromInline mutating func dependency(of key: Int, on required: [Int], by keyword: StaticString) {
        guard top.pointee.role == .object else { return }
        top.pointee.hasMore = true
        sides.dependencies.append(Dependency(frame: depth, key: key, required: required, keyword: keyword))
    }

    private mutating func hasSeen(_ index: Int) -> Bool {
        let word = index < 64 ? top.pointee.seen : sides.keys[top.pointee.side + index / 64 - 1]
        return word & (1 &<< UInt64(index & 63)) != 0
    }

    mutating func checkDependencies() {
        for dependency in sides.dependencies where dependency.frame == depth && hasSeen(dependency.key) {
            for required in dependency.required where !hasSeen(required) {
                let frame = top
                report(
                    dependency.keyword, at: frame.pointee.start, ofFrame: true,
                    .dependentRequired(Self.name(required, in: frame), requiredBy: Self.name(dependency.key, in: frame)))
            }
        }
    }

    mutating func removeDependencies() {
        while let last = sides.dependencies.last, last.frame >= depth { sides.dependencies.removeLast() }
    }

    /// Whether the value is an object with that member; goes to the value's start.
    @usableFromInline mutating func has(_ name: StaticString) -> Bool {
        top.pointee.step = .dependentSchemas
        top.pointee.stepName = name
        rewind()
        guard reader.fault == nil, kind == .object else { return false }
        let found = findMember(name)
        if found { rewind() }
        return found && reader.fault == nil
    }

    mutating func findMember(_ name: StaticString) -> Bool {
        guard reader.open(0x7B, .object) else { return false }
        var isFirst = true
        while reader.nextMember(&isFirst) {
            guard let key = reader.scanString() else { return false }
            if Self.bytes(of: key, equal: name) { return true }
            reader.skipWhitespace()
            guard reader.at.pointee == 0x3A else {
                reader.fail(.expected(.colon))
                return false
            }
            reader.at += 1
            skipValue()
        }
        reader.levels += 1
        return false
    }
}
