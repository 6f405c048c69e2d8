/// Schemas that come back to themselves through branches would be applied to the same value again and
/// again, twice as often with each level. So what such a schema has found is remembered per value, and
/// so is where arrays and objects end: then time grows with the size of the text alone.
struct Memory {
    struct Key: Hashable {
        let check: Int
        let at: UnsafePointer<UInt8>
        let scope: Int
        /// Whether a schema around it asks what was evaluated.
        let isAsked: Bool

        /// The rest hardly ever tells two apart, and hashing is most of what remembering costs.
        func hash(into hasher: inout Hasher) {
            hasher.combine(check)
            hasher.combine(at)
        }
    }

    enum Outcome {
        /// Being applied further out.
        case running
        case accepted(end: UnsafePointer<UInt8>, marks: [UnsafePointer<UInt8>])
        /// In a trial: what exactly is wrong is not known.
        case failed
        /// What is wrong was noted.
        case reported(marks: [UnsafePointer<UInt8>])
    }

    var isOn = false
    var outcomes: [Key: Outcome] = [:]
    /// Where arrays and objects begin, in the order of the text, and where each ends.
    var starts: [UnsafePointer<UInt8>] = []
    var ends: [UnsafePointer<UInt8>] = []

    @usableFromInline func end(of start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low < starts.count && starts[low] == start ? ends[low] : nil
    }
}

extension CheckState {
    /// Begins a schema that remembers. False when there is nothing left to do with the value;
    /// otherwise `leave` follows.
    @usableFromInline mutating func enter(_ check: Int, at location: StaticString) -> Bool {
        guard reader.fault == nil else { return false }
        if !memory.isOn { turnMemoryOn() }
        guard reader.fault == nil else { return false }
        push(.scope, location)
        guard reader.fault == nil else {
            pop()
            return false
        }
        switch memory.outcomes[key(of: check)] {
        case nil: return begin(check)
        // It leads back to itself at the same value: so far nothing speaks against it.
        case .running: skipValue()
        case .accepted(let end, let found):
            reader.at = end
            marks += found
        case .reported(let found) where isNoting:
            failures += 1
            marks += found
            skipValue()
        case .failed where isNoting: return begin(check)
        case .failed, .reported: abandon()
        }
        pop()
        return false
    }

    private mutating func begin(_ check: Int) -> Bool {
        top.pointee.memo = check
        top.pointee.failures = failures
        memory.outcomes[key(of: check)] = .running
        return true
    }

    private mutating func key(of check: Int) -> Memory.Key {
        Memory.Key(check: check, at: top.pointee.start, scope: scope.id, isAsked: top.pointee.collects)
    }

    @usableFromInline mutating func leave() {
        finishScope()
        let frame = top
        let found = frame.pointee.collects && reader.fault == nil && frame.pointee.marks < marks.count ? Array(marks[frame.pointee.marks...]) : []
        if hasFailed {
            memory.outcomes[key(of: frame.pointee.memo)] = .failed
        } else if reader.fault == nil {
            memory.outcomes[key(of: frame.pointee.memo)] = failures == frame.pointee.failures
                ? .accepted(end: reader.at, marks: found) : .reported(marks: found)
        }
        pop()
    }

    private mutating func finishScope() {
        if reader.fault == nil && reader.at == top.pointee.start { skipValue() }
    }

    /// Goes through the text once, which also finds out whether it is JSON at all, and notes the ends.
    private mutating func turnMemoryOn() {
        memory.isOn = true
        let (at, levels) = (reader.at, reader.levels)
        reader.at = reader.start
        reader.levels = min(max(options.maximumDepth, 1), 512)
        noteEnds()
        reader.finish()
        guard reader.fault == nil else { return }
        reader.at = at
        reader.levels = levels
    }

    private mutating func noteEnds() {
        switch kind {
        case .object:
            let index = noteStart()
            guard reader.open(0x7B, .object) else { return }
            var isFirst = true
            while reader.nextMember(&isFirst) {
                guard reader.scanString() != nil else { return }
                reader.skipWhitespace()
                guard reader.at.pointee == 0x3A else { return reader.fail(.expected(.colon)) }
                reader.at += 1
                noteEnds()
            }
            reader.levels += 1
            memory.ends[index] = reader.at
        case .array:
            let index = noteStart()
            guard reader.open(0x5B, .array) else { return }
            var isFirst = true
            while reader.nextElement(&isFirst) { noteEnds() }
            reader.levels += 1
            memory.ends[index] = reader.at
        default: reader.skipValue()
        }
    }

    private mutating func noteStart() -> Int {
        memory.starts.append(reader.at)
        memory.ends.append(reader.at)
        return memory.starts.count - 1
    }

    @inline(never)
    mutating func skipByMemory() -> Bool {
        let first = reader.at.pointee
        guard first == 0x7B || first == 0x5B, reader.fault == nil, let end = memory.end(of: reader.at) else { return false }
        reader.at = end
        return true
    }
}
