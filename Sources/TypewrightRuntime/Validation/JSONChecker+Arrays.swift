extension JSONChecker {
    /// Opens an array: `nextItem()` then goes from item to item and closes it.
    ///
    /// - Parameters:
    ///   - prefix: how many of the items have schemas of their own.
    ///   - location: of the schema; empty where it is part of the one around it.
    public mutating func array(
        minItems: Int = 0, maxItems: Int = .max, unique: Bool = false, prefix: Int = 0, at location: StaticString = ""
    ) {
        guard openArray(location) else { return }
        let frame = top
        frame.pointee.minCount = minItems
        frame.pointee.maxCount = maxItems
        frame.pointee.isUnique = unique
        frame.pointee.side = sides.elements.count
        frame.pointee.expected = prefix
    }

    private mutating func openArray(_ location: StaticString) -> Bool {
        guard push(.array, location) else { return false }
        top.pointee.beginArray()
        guard reader.at.pointee == 0x5B else {
            mismatch(.array)
            top.pointee.role = .nothing
            return false
        }
        return reader.open(0x5B, .array)
    }

    /// Goes to the next item; false at the end. An item that was not taken is passed over.
    public mutating func nextItem() -> Bool {
        let frame = top
        guard frame.pointee.role == .array else {
            pop()
            return false
        }
        if let value = frame.pointee.value, value == reader.at { skipValue() }
        guard reader.nextElement(&frame.pointee.isFirst) else {
            closeArray()
            return false
        }
        reader.skipWhitespace()
        frame.pointee.value = reader.at
        frame.pointee.index += 1
        frame.pointee.count += 1
        frame.pointee.step = frame.pointee.index < frame.pointee.expected ? .prefixItems : .items
        if frame.pointee.isUnique { sides.elements.append(reader.at) }
        return true
    }

    /// Which item the cursor stands at.
    public var item: Int { top.pointee.index }

    private mutating func closeArray() {
        let frame = top
        reader.levels = frame.pointee.levels
        if reader.fault == nil { checkArray() }
        if frame.pointee.isUnique { sides.elements.removeSubrange(frame.pointee.side...) }
        pop()
    }

    @inline(__always)
    private mutating func checkArray() {
        let frame = top
        if frame.pointee.count < frame.pointee.minCount || frame.pointee.count > frame.pointee.maxCount { reportItemCount() }
        if frame.pointee.isUnique && frame.pointee.count > 1 { checkUnique() }
        if frame.pointee.isOpen { checkContained() }
    }

    @inline(never)
    private mutating func reportItemCount() {
        let (frame, count) = (top, top.pointee.count)
        if count < frame.pointee.minCount {
            report("minItems", at: frame.pointee.start, ofFrame: true, .minItems(frame.pointee.minCount, count))
        }
        if count > frame.pointee.maxCount {
            report("maxItems", at: frame.pointee.start, ofFrame: true, .maxItems(frame.pointee.maxCount, count))
        }
    }

    // MARK: Items that are not allowed

    /// The current item is not allowed: `items: false`.
    public mutating func unexpectedItem() {
        guard let value = top.pointee.value else { return }
        report("items", at: value, ofFrame: true, .unexpectedItem)
    }

    /// The current item was evaluated, for `unevaluatedItems`.
    public mutating func evaluated() {
        if top.pointee.collects, let value = top.pointee.value { marks.append(value) }
    }

    // MARK: contains

    /// After `array`: how many items `contains` has to accept.
    public mutating func containing(_ minimum: Int, _ maximum: Int = .max) {
        guard top.pointee.role == .array else { return }
        // The fields of a branch are free in the frame of an array.
        top.pointee.isOpen = true
        top.pointee.failures = minimum
        top.pointee.secondMatch = maximum
    }

    /// Tries `contains` on the current item, in `branch()` up to `end()`.
    public mutating func contains(evaluates: Bool = false) {
        if let value = top.pointee.value { back(toItem: value) }
        beginBranches(.contains)
        if top.pointee.role == .contains { top.pointee.isFirst = evaluates }
    }

    private mutating func back(toItem value: UnsafePointer<UInt8>) {
        guard reader.fault == nil else { return }
        reader.at = value
        reader.levels = top.pointee.levels - 1
    }

    mutating func noteContained(evaluates: Bool) {
        top.pointee.matches += 1
        if evaluates { evaluated() }
    }

    private mutating func checkContained() {
        let (start, matches, minimum, maximum) = (top.pointee.start, top.pointee.matches, top.pointee.failures, top.pointee.secondMatch)
        if matches < minimum {
            report(minimum == 1 ? "contains" : "minContains", at: start, ofFrame: true, .minContains(minimum, matches))
        }
        if matches > maximum { report("maxContains", at: start, ofFrame: true, .maxContains(maximum, matches)) }
    }
}
