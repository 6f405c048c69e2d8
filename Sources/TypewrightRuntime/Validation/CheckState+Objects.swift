extension CheckState {
    /// Opens an object: `next()` then goes from member to member and closes it.
    ///
    /// - Parameters:
    ///   - keys: the properties of the schema, then other names that it speaks of; and which are required.
    ///   - evaluates: how many of the keys are properties, where that matters for the other members.
    ///   - location: of the schema; empty where it is part of the one around it.
    @usableFromInline mutating func object(
        _ keys: JSONKeys, minProperties: Int, maxProperties: Int, evaluates: Int, at location: StaticString
    ) {
        guard openObject(location) else { return }
        let (frame, table) = (top, keys.table)
        frame.pointee.keys = keys
        frame.pointee.entry = table.pointee.entries
        frame.pointee.followsText = false
        if followsText { expectFirst(table) }
        frame.pointee.required = table.pointee.required[0]
        frame.pointee.minCount = minProperties
        frame.pointee.maxCount = maxProperties
        frame.pointee.evaluated = evaluates
        if table.pointee.count > 64 { addKeyWords(table) }
    }

    /// An object of which no property is known.
    @usableFromInline mutating func object(minProperties: Int, maxProperties: Int, at location: StaticString) {
        guard openObject(location) else { return }
        let frame = top
        frame.pointee.keys = nil
        frame.pointee.entry = noEntry
        frame.pointee.required = 0
        frame.pointee.minCount = minProperties
        frame.pointee.maxCount = maxProperties
        frame.pointee.evaluated = 0
    }

    @inline(__always)
    private mutating func openObject(_ location: StaticString) -> Bool {
        guard push(.object, location) else { return false }
        let frame = top
        let place = frame.pointee.start
        guard place.pointee == 0x7B, reader.levels > 0 else {
            openNoObject()
            return false
        }
        reader.levels -= 1
        reader.at = place + 1
        frame.pointee.value = place
        frame.pointee.count = 0
        frame.pointee.seen = 0
        if (frame - 1).pointee.sharer >= 0 { shareEnds() }
        return true
    }

    @inline(never)
    private mutating func openNoObject() {
        if reader.at.pointee == 0x7B { reader.fail(.tooDeep) } else { mismatch(.object) }
        top.pointee.role = .nothing
    }

    /// After `object`: keys that only responses have to have.
    @usableFromInline mutating func readOnly(_ keys: [Int]) {
        if options.direction != .response { relax(keys) }
    }

    /// After `object`: keys that only requests have to have.
    @usableFromInline mutating func writeOnly(_ keys: [Int]) {
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

    /// Goes to the value of the next member and tells its key; `nil` at the end. A value that was not
    /// taken is passed over.
    @usableFromInline mutating func next() -> JSONKey? {
        nextIndex().map(JSONKey.init(index:))
    }

    /// The index of the key of the present member, for `.beyond`.
    @usableFromInline var index: Int { mutating get { top.pointee.index } }

    /// The index of the next member's key, or -1 where that is not among the keys.
    @inline(__always)
    mutating func nextIndex() -> Int? {
        let frame = top
        var at = reader.at
        guard frame.pointee.role == .object, frame.pointee.value != at, !frame.pointee.isShared else { return nextSlowly() }
        if at.pointee == 0x7D {
            reader.at = at + 1
            closeObject()
            return nil
        }
        if !frame.pointee.isFirst {
            guard at.pointee == 0x2C else { return nextSlowly() }
            at += 1
            if at.pointee <= 0x20 { at = JSONReader.afterWhitespace(at) }
        }
        var entry = frame.pointee.entry
        var index = entry.pointee.index
        if entry.pointee.matches(at) {
            reader.at = at + entry.pointee.textCount
            entry = probable(after: entry, in: frame)
        } else if entry == noEntry, at.pointee == 0x22 {
            guard pass(at) >= 0 else { return nextSlowly() }
            index = -1
        } else {
            index = find(at)
            if index < -1 { return nextSlowly() }
            if index >= 0, let keys = frame.pointee.keys { entry = probable(after: keys.table.pointee.entries + index, in: frame) }
        }
        frame.pointee.key = at
        reader.skipWhitespace()
        if index >= 64 { see(index) } else if index >= 0 { frame.pointee.seen |= 1 &<< UInt64(truncatingIfNeeded: index) }
        begin(member: frame, index, next: entry)
        return index
    }

    /// Which key was found after another one.
    struct Follower {
        var before: UnsafePointer<JSONKeys.Entry>
        var last: UnsafePointer<JSONKeys.Entry>
        var lastButOne: UnsafePointer<JSONKeys.Entry>
    }

    /// Where the follower of a key is noted, if it is.
    @inline(__always)
    private mutating func follower(of entry: UnsafePointer<JSONKeys.Entry>) -> UnsafeMutablePointer<Follower> {
        followers + Int(UInt(bitPattern: entry) >> 5 & UInt(Self.followerCount - 1))
    }

    /// The key that probably comes after another one. An object that has not kept to the schema's order repeats that of
    /// the ones before.
    @inline(__always)
    private mutating func probable(
        after entry: UnsafePointer<JSONKeys.Entry>, in frame: UnsafeMutablePointer<Frame>
    ) -> UnsafePointer<JSONKeys.Entry> {
        if frame.pointee.followsText, follower(of: entry).pointee.before == entry { return follower(of: entry).pointee.last }
        return entry + 1
    }

    /// Expects the key that came first before. Where there was no key before, the entry behind the last one stands for that.
    @inline(__always)
    private mutating func expectFirst(_ table: UnsafePointer<JSONKeys.Table>) {
        let none = table.pointee.entries + table.pointee.count
        guard follower(of: none).pointee.before == none else { return }
        top.pointee.entry = follower(of: none).pointee.last
        top.pointee.followsText = true
    }

    /// Takes a key other than the expected one, with its colon, and gives its index: -1 where it is not among
    /// the keys, -2 where it needs a closer look.
    @inline(never)
    private mutating func find(_ key: UnsafePointer<UInt8>) -> Int {
        let frame = top
        guard key.pointee == 0x22 else { return -2 }
        guard let table = frame.pointee.keys?.table else { return pass(key) < 0 ? -2 : -1 }
        frame.pointee.followsText = true
        let (entries, index) = (table.pointee.entries, frame.pointee.index)
        let before = entries + (index >= 0 ? index : table.pointee.count)
        let follower = follower(of: before)
        let isKnown = follower.pointee.before == before
        if isKnown {
            var entry = follower.pointee.last
            if entry == frame.pointee.entry || !entry.pointee.matches(key) { entry = follower.pointee.lastButOne }
            if entry.pointee.matches(key) {
                reader.at = key + entry.pointee.textCount
                return entry.pointee.index
            }
        }
        let count = pass(key)
        guard count >= 0 else { return -2 }
        let found = JSONKeys.index(ofKeyAt: key, count, in: table)
        if found >= 0 {
            let last = isKnown ? follower.pointee.last : noEntry
            followsText = true
            follower.pointee = Follower(before: before, last: entries + found, lastButOne: last)
        }
        return found
    }

    /// Passes over a key and its colon, and gives the length of its name; -1 where it is not plainly written.
    @inline(__always)
    private mutating func pass(_ key: UnsafePointer<UInt8>) -> Int {
        let end = JSONReader.special(from: key + 1)
        guard end.pointee == 0x22, end[1] == 0x3A else { return -1 }
        reader.at = end + 2
        return end - key - 1
    }

    @inline(__always)
    private mutating func begin(member frame: UnsafeMutablePointer<Frame>, _ index: Int, next: UnsafePointer<JSONKeys.Entry>) {
        frame.pointee.value = reader.at
        frame.pointee.entry = next
        frame.pointee.count &+= 1
        frame.pointee.index = index
        // With the role, which it has already, they are written at once.
        frame.pointee.role = .object
        frame.pointee.step = .property
        frame.pointee.isFirst = false
        frame.pointee.isMatched = false
        if frame.pointee.collects, index >= 0, index < frame.pointee.evaluated { marks.append(reader.at) }
    }

    @inline(never)
    private mutating func nextSlowly() -> Int? {
        let frame = top
        guard frame.pointee.role == .object else { return closeNothing() }
        if frame.pointee.isShared {
            takeSharedValue()
        } else if frame.pointee.value == reader.at {
            skipValue()
        }
        guard reader.nextMember(&frame.pointee.isFirst) else {
            if frame.pointee.isShared { closeShared() }
            closeObject()
            return nil
        }
        frame.pointee.key = reader.at
        var (index, next) = (find(reader.at), frame.pointee.entry)
        if index < -1 {
            if let keys = frame.pointee.keys { index = reader.matchKey(keys, keys.table.pointee.count) } else { _ = reader.scanKey() }
        }
        if index < 0, reader.fault != nil {
            closeObject()
            return nil
        }
        if index >= 0, let keys = frame.pointee.keys {
            next = probable(after: keys.table.pointee.entries + index, in: frame)
            see(index)
        }
        reader.skipWhitespace()
        begin(member: frame, max(index, -1), next: next)
        return max(index, -1)
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
    @usableFromInline mutating func rest() {
        if top.pointee.role == .array {
            while nextItem() {}
        } else {
            while nextIndex() != nil {}
        }
    }

    @inline(never)
    mutating func closeNothing() -> Int? {
        pop()
        return nil
    }

    private mutating func addKeyWords(_ table: UnsafePointer<JSONKeys.Table>) {
        let words = (table.pointee.count - 1) / 64
        top.pointee.hasMore = true
        top.pointee.side = sides.keys.count
        sides.keys.append(contentsOf: repeatElement(0, count: words))
        for word in 0..<words { sides.keys.append(table.pointee.required[word + 1]) }
    }

    // MARK: Objects that several schemas go through

    /// Several schemas are applied to the object: the first that goes through it notes where the values end,
    /// and the others need not read the values that they do not look at.
    @inline(never)
    private mutating func shareEnds() {
        let frame = top
        let sharer = frames + (frame - 1).pointee.sharer
        guard sharer.pointee.start == frame.pointee.start else { return }
        frame.pointee.isShared = true
        frame.pointee.ends = sharer.pointee.ends
        frame.pointee.firstEnd = sides.ends.count
    }

    private mutating func takeSharedValue() {
        let frame = top
        let isNoted = frame.pointee.ends >= 0
        if frame.pointee.value == reader.at {
            let place = frame.pointee.ends + frame.pointee.count - 1
            if isNoted, frame.pointee.count > 0, reader.fault == nil, let end = sides.ends[place] {
                reader.at = end
            } else {
                skipValue()
            }
        }
        if !isNoted && frame.pointee.count > 0 { sides.ends.append(reader.at) }
    }

    /// The ends that were noted are good from now on.
    private mutating func closeShared() {
        let frame = top
        guard frame.pointee.ends < 0, reader.fault == nil else { return }
        (frames + (frame - 1).pointee.sharer).pointee.ends = frame.pointee.firstEnd
    }

    // MARK: The end of an object

    private mutating func closeObject() {
        let frame = top
        reader.levels = frame.pointee.levels
        if reader.fault == nil { checkObject() }
        if frame.pointee.hasMore { removeMore() }
        pop()
    }

    @inline(__always)
    private mutating func checkObject() {
        let frame = top
        if frame.pointee.count < frame.pointee.minCount || frame.pointee.count > frame.pointee.maxCount { reportCount() }
        if frame.pointee.required & ~frame.pointee.seen != 0 { reportMissing() }
        if frame.pointee.hasMore { checkMore() }
    }

    @inline(never)
    private mutating func checkMore() {
        if let keys = top.pointee.keys, keys.table.pointee.count > 64 { reportMissingBeyond(keys) }
        checkDependencies()
    }

    @inline(never)
    private mutating func removeMore() {
        if let keys = top.pointee.keys, keys.table.pointee.count > 64 { sides.keys.removeSubrange(top.pointee.side...) }
        removeDependencies()
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
}
