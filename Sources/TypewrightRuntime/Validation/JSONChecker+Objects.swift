extension JSONChecker {
    /// Opens an object: `next()` then goes from member to member and closes it.
    ///
    /// - Parameters:
    ///   - keys: the properties of the schema, then other names that it speaks of; and which are required.
    ///   - evaluates: how many of the keys are properties, where that matters for the other members.
    ///   - location: of the schema; empty where it is part of the one around it.
    public mutating func object(
        _ keys: JSONKeys, minProperties: Int = 0, maxProperties: Int = .max, evaluates: Int = 0, at location: StaticString = ""
    ) {
        guard openObject(location) else { return }
        let frame = top
        frame.pointee.keys = keys
        frame.pointee.required = keys.table.pointee.required[0]
        frame.pointee.minCount = minProperties
        frame.pointee.maxCount = maxProperties
        frame.pointee.evaluated = evaluates
        if keys.table.pointee.count > 64 { addKeyWords(keys.table) }
    }

    /// An object of which no property is known.
    public mutating func object(minProperties: Int = 0, maxProperties: Int = .max, at location: StaticString = "") {
        guard openObject(location) else { return }
        top.pointee.minCount = minProperties
        top.pointee.maxCount = maxProperties
    }

    /// After `object`: keys that only responses have to have.
    public mutating func readOnly(_ keys: Int...) {
        if options.direction != .response { relax(keys) }
    }

    /// After `object`: keys that only requests have to have.
    public mutating func writeOnly(_ keys: Int...) {
        if options.direction != .request { relax(keys) }
    }

    private mutating func relax(_ indices: [Int]) {
        guard top.pointee.role == .object, let keys = top.pointee.keys else { return }
        let words = (keys.table.pointee.count - 1) / 64
        for index in indices where index < keys.table.pointee.count {
            if index < 64 {
                top.pointee.required &= ~(1 << UInt64(index))
            } else {
                sides.keys[top.pointee.side + words + index / 64 - 1] &= ~(1 << UInt64(index & 63))
            }
        }
    }

    private mutating func openObject(_ location: StaticString) -> Bool {
        guard push(.object, location) else { return false }
        top.pointee.beginObject()
        guard reader.at.pointee == 0x7B else {
            mismatch(.object)
            top.pointee.role = .nothing
            return false
        }
        return reader.open(0x7B, .object)
    }

    /// Goes to the value of the next member and gives the index of its key, or -1 where that is not
    /// among the keys; `nil` at the end. A value that was not taken is passed over.
    public mutating func next() -> Int? {
        let frame = top
        guard frame.pointee.role == .object else { return closeNothing() }
        if let value = frame.pointee.value, value == reader.at { skipValue() }
        guard reader.nextMember(&frame.pointee.isFirst) else {
            closeObject()
            return nil
        }
        frame.pointee.key = reader.at
        var index = -1
        if let keys = frame.pointee.keys {
            index = reader.matchKey(keys, frame.pointee.expected)
            if index >= 0 {
                frame.pointee.expected = index + 1
                see(index)
            }
        } else {
            _ = reader.scanKey()
        }
        if index < 0, reader.fault != nil {
            closeObject()
            return nil
        }
        reader.skipWhitespace()
        frame.pointee.value = reader.at
        frame.pointee.count += 1
        frame.pointee.index = index
        frame.pointee.isMatched = false
        frame.pointee.step = index >= 0 ? .property : .additionalProperties
        if index < frame.pointee.evaluated && index >= 0 && frame.pointee.collects { marks.append(reader.at) }
        return index
    }

    @inline(__always)
    private mutating func see(_ index: Int) {
        if index < 64 {
            top.pointee.seen |= 1 &<< UInt64(index)
        } else {
            sides.keys[top.pointee.side + index / 64 - 1] |= 1 &<< UInt64(index & 63)
        }
    }

    /// Goes through the members, or the items, that are left without looking at them.
    public mutating func rest() {
        if top.pointee.role == .array {
            while nextItem() {}
        } else {
            while next() != nil {}
        }
    }

    @inline(never)
    mutating func closeNothing() -> Int? {
        pop()
        return nil
    }

    private mutating func addKeyWords(_ table: UnsafePointer<JSONKeys.Table>) {
        let words = (table.pointee.count - 1) / 64
        top.pointee.side = sides.keys.count
        sides.keys.append(contentsOf: repeatElement(0, count: words))
        for word in 0..<words { sides.keys.append(table.pointee.required[word + 1]) }
    }

    // MARK: The end of an object

    private mutating func closeObject() {
        let frame = top
        reader.levels = frame.pointee.levels
        if reader.fault == nil { checkObject() }
        if let keys = frame.pointee.keys, keys.table.pointee.count > 64 { sides.keys.removeSubrange(frame.pointee.side...) }
        if !sides.dependencies.isEmpty { removeDependencies() }
        pop()
    }

    @inline(__always)
    private mutating func checkObject() {
        let frame = top
        if frame.pointee.count < frame.pointee.minCount || frame.pointee.count > frame.pointee.maxCount { reportCount() }
        if frame.pointee.required & ~frame.pointee.seen != 0 { reportMissing() }
        if let keys = frame.pointee.keys, keys.table.pointee.count > 64 { reportMissingBeyond(keys) }
        if !sides.dependencies.isEmpty { checkDependencies() }
    }

    @inline(never)
    private mutating func reportCount() {
        let (frame, count) = (top, top.pointee.count)
        if count < frame.pointee.minCount {
            report("minProperties", at: frame.pointee.start, ofFrame: true, .minProperties(frame.pointee.minCount, count))
        }
        if count > frame.pointee.maxCount {
            report("maxProperties", at: frame.pointee.start, ofFrame: true, .maxProperties(frame.pointee.maxCount, count))
        }
    }

    @inline(never)
    private mutating func reportMissing() {
        report(missing: top.pointee.required & ~top.pointee.seen, from: 0)
    }

    private mutating func reportMissingBeyond(_ keys: JSONKeys) {
        let words = (keys.table.pointee.count - 1) / 64
        let side = top.pointee.side
        for word in 0..<words {
            report(missing: sides.keys[side + words + word] & ~sides.keys[side + word], from: (word + 1) * 64)
        }
    }

    private mutating func report(missing bits: UInt64, from first: Int) {
        var missing = bits
        while missing != 0 {
            let index = first + missing.trailingZeroBitCount
            missing &= missing - 1
            let frame = top
            report("required", at: frame.pointee.start, ofFrame: true, .required(Self.name(index, in: frame)))
        }
    }

    // MARK: Members that are not listed

    /// The current property is not allowed: `additionalProperties: false`.
    public mutating func unexpected() {
        guard let value = top.pointee.value else { return }
        report("additionalProperties", at: value, ofFrame: true, .unexpectedProperty)
    }

    /// The current property is one that `additionalProperties` is for: neither listed nor matched by a pattern.
    public mutating func isAdditional() -> Bool {
        let frame = top
        guard frame.pointee.role == .object, reader.fault == nil, !frame.pointee.isMatched, !isListed(frame) else { return false }
        frame.pointee.step = .additionalProperties
        if frame.pointee.collects, let value = frame.pointee.value { marks.append(value) }
        return true
    }

    private func isListed(_ frame: UnsafeMutablePointer<Frame>) -> Bool {
        frame.pointee.index >= 0 && frame.pointee.index < frame.pointee.evaluated
    }

    /// Whether the current key matches; the cursor then stands at the value again, for one more schema.
    public mutating func matches(_ pattern: Pattern) -> Bool {
        let frame = top
        guard frame.pointee.role == .object, reader.fault == nil, let key = frame.pointee.key, let value = frame.pointee.value
        else { return false }
        let after = reader.at
        reader.at = key
        guard let text = reader.scanString() else { return false }
        reader.at = after
        guard matches(text, pattern, "patternProperties", at: value) else { return false }
        frame.pointee.isMatched = true
        frame.pointee.step = .patternProperties
        frame.pointee.stepName = pattern.source
        if frame.pointee.collects { marks.append(value) }
        back(to: value)
        return true
    }

    private mutating func back(to value: UnsafePointer<UInt8>) {
        reader.at = value
        reader.levels = top.pointee.levels - 1
    }

    /// Goes to the current key, to be checked as a string; `endName` goes back to the value.
    public mutating func beginName() {
        guard reader.fault == nil, let key = top.pointee.key else { return }
        top.pointee.step = .propertyNames
        reader.at = key
    }

    public mutating func endName() {
        guard reader.fault == nil, let value = top.pointee.value else { return }
        top.pointee.step = top.pointee.index >= 0 ? .property : .additionalProperties
        reader.at = value
    }

    // MARK: Dependencies

    struct Dependency {
        let frame: Int
        let key: Int
        let required: [Int]
        let keyword: StaticString
    }

    /// Where key `key` is there, so have to be others. Older drafts have another keyword for it.
    public mutating func dependency(of key: Int, on required: [Int], by keyword: StaticString = "dependentRequired") {
        guard top.pointee.role == .object else { return }
        sides.dependencies.append(Dependency(frame: depth, key: key, required: required, keyword: keyword))
    }

    private func hasSeen(_ index: Int) -> Bool {
        let word = index < 64 ? top.pointee.seen : sides.keys[top.pointee.side + index / 64 - 1]
        return word & (1 &<< UInt64(index & 63)) != 0
    }

    private mutating func checkDependencies() {
        for dependency in sides.dependencies where dependency.frame == depth && hasSeen(dependency.key) {
            for required in dependency.required where !hasSeen(required) {
                let frame = top
                report(
                    dependency.keyword, at: frame.pointee.start, ofFrame: true,
                    .dependentRequired(Self.name(required, in: frame), requiredBy: Self.name(dependency.key, in: frame)))
            }
        }
    }

    private mutating func removeDependencies() {
        while let last = sides.dependencies.last, last.frame >= depth { sides.dependencies.removeLast() }
    }

    /// Whether the value is an object with that member; goes to the value's start.
    public mutating func has(_ name: StaticString) -> Bool {
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
