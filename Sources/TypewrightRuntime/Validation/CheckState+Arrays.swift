extension CheckState {
    /// Opens an array: `nextItem()` then goes from item to item and closes it.
    ///
    /// - Parameters:
    ///   - prefix: how many of the items have schemas of their own.
    ///   - location: of the schema; empty where it is part of the one around it.
    @usableFromInline mutating func array(
        minItems: Int, maxItems: Int, unique: Bool, prefix: Int, at location: StaticString
    ) {
        guard push(.array, location) else { return }
        let frame = top
        let place = frame.pointee.start
        guard place.pointee == 0x5B, reader.levels > 0 else { return openNoArray() }
        reader.levels -= 1
        reader.at = place + 1
        frame.pointee.value = place
        frame.pointee.minCount = minItems
        frame.pointee.maxCount = maxItems
        frame.pointee.isUnique = unique
        if unique { frame.pointee.side = sides.elements.count }
        frame.pointee.expected = prefix
    }

    @inline(never)
    private mutating func openNoArray() {
        if reader.at.pointee == 0x5B { reader.fail(.tooDeep) } else { mismatch(.array) }
        top.pointee.role = .nothing
    }

    /// Goes to the next item; false at the end. An item that was not taken is passed over.
    @usableFromInline mutating func nextItem() -> Bool {
        let frame = top
        let at = reader.at
        guard frame.pointee.role == .array, frame.pointee.value != at else { return nextItemSlowly() }
        if at.pointee == 0x5D {
            reader.at = at + 1
            closeArray()
            return false
        }
        if frame.pointee.isFirst {
            guard at.pointee > 0x20 else { return nextItemSlowly() }
            frame.pointee.isFirst = false
        } else {
            guard at.pointee == 0x2C else { return nextItemSlowly() }
            reader.at = at + 1
            reader.skipWhitespace()
        }
        begin(item: frame)
        return true
    }

    @inline(__always)
    private mutating func begin(item frame: UnsafeMutablePointer<Frame>) {
        frame.pointee.value = reader.at
        let index = frame.pointee.index &+ 1
        frame.pointee.index = index
        frame.pointee.step = index < frame.pointee.expected ? .prefixItems : .items
        if frame.pointee.isUnique { sides.elements.append(reader.at) }
    }

    @inline(never)
    private mutating func nextItemSlowly() -> Bool {
        let frame = top
        guard frame.pointee.role == .array else {
            pop()
            return false
        }
        if frame.pointee.value == reader.at { skipValue() }
        guard reader.nextElement(&frame.pointee.isFirst) else {
            closeArray()
            return false
        }
        reader.skipWhitespace()
        begin(item: frame)
        return true
    }

    /// Which item the cursor stands at.
    @usableFromInline var item: Int { mutating get { top.pointee.index } }

    private mutating func closeArray() {
        let frame = top
        reader.levels = frame.pointee.levels
        if reader.fault == nil { checkArray() }
        if frame.pointee.isUnique { sides.elements.shrink(to: frame.pointee.side) }
        pop()
    }

    @inline(__always)
    private mutating func checkArray() {
        let frame = top
        let count = frame.pointee.index &+ 1
        if count < frame.pointee.minCount || count > frame.pointee.maxCount { reportItemCount() }
        if frame.pointee.isUnique && count > 1 { checkUnique() }
        if frame.pointee.isOpen { checkContained() }
    }

    @inline(never)
    private mutating func reportItemCount() {
        let (frame, count) = (top, top.pointee.index + 1)
        if count < frame.pointee.minCount {
            report("minItems", at: frame.pointee.start, ofFrame: true, .minItems(frame.pointee.minCount, count))
        }
        if count > frame.pointee.maxCount {
            report("maxItems", at: frame.pointee.start, ofFrame: true, .maxItems(frame.pointee.maxCount, count))
        }
    }

    // MARK: Arrays of plain values

    /// An array of numbers. As long as it is written closely it is gone through without a look at anything else, and most
    /// arrays end so: then no frame was needed.
    @usableFromInline mutating func numbers(minItems: Int, maxItems: Int, unique: Bool, at location: StaticString) {
        reader.skipWhitespace()
        var (at, count) = (reader.at, 0)
        if !unique, at.pointee == 0x5B, reader.levels > 0 {
            var item: UnsafePointer<UInt8>? = at + 1
            at += 1
            while let place = item, let end = JSONReader.endOfNumber(place) {
                count &+= 1
                at = end
                item = Self.afterComma(end)
            }
            if at.pointee == 0x5D, count >= minItems, count <= maxItems {
                reader.at = at + 1
                return
            }
        }
        array(minItems: minItems, maxItems: maxItems, unique: unique, prefix: 0, at: location)
        if count > 0 { goOn(at, behind: count) }
        while nextItem() { number() }
    }

    /// An array of strings: likewise, where they are ASCII without escapes, and few if they must differ.
    @usableFromInline mutating func strings(minItems: Int, maxItems: Int, unique: Bool, at location: StaticString) {
        reader.skipWhitespace()
        let first = sides.elements.count
        var (at, count) = (reader.at, 0)
        if at.pointee == 0x5B, reader.levels > 0 {
            var item: UnsafePointer<UInt8>? = at + 1
            at += 1
            while let place = item, place.pointee == 0x22 {
                let end = JSONReader.special(from: place + 1)
                guard end.pointee == 0x22 else { break }
                if unique { sides.elements.append(place) }
                count &+= 1
                at = end + 1
                item = Self.afterComma(at)
            }
            if at.pointee == 0x5D, count >= minItems, count <= maxItems, !unique || areFewAndDiffer(from: first) {
                reader.at = at + 1
                sides.elements.shrink(to: first)
                return
            }
        }
        array(minItems: minItems, maxItems: maxItems, unique: unique, prefix: 0, at: location)
        if count > 0 { goOn(at, behind: count, noted: first) }
        while nextItem() { string() }
    }

    /// Goes on in the array that was just opened, behind items that need not be looked at again.
    private mutating func goOn(_ at: UnsafePointer<UInt8>, behind count: Int, noted first: Int? = nil) {
        guard reader.fault == nil, top.pointee.role == .array else {
            if let first { sides.elements.shrink(to: first) }
            return
        }
        top.pointee.isFirst = false
        top.pointee.index &+= count
        if let first { top.pointee.side = first }
        reader.at = at
    }

    /// Behind the comma that comes next, and a space.
    @inline(__always)
    private static func afterComma(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        if place.pointee != 0x2C { return nil }
        return place[1] == 0x20 ? place + 2 : place + 1
    }

    // MARK: Items that are not allowed

    /// The current item is not allowed: `items: false`.
    @usableFromInline mutating func unexpectedItem() {
        report("items", at: top.pointee.value, ofFrame: true, .unexpectedItem)
    }

    /// The current item was evaluated, for `unevaluatedItems`.
    @usableFromInline mutating func evaluated() {
        if top.pointee.collects { marks.append(top.pointee.value) }
    }

    // MARK: contains

    /// After `array`: how many items `contains` has to accept.
    @usableFromInline mutating func containing(_ minimum: Int, _ maximum: Int) {
        guard top.pointee.role == .array else { return }
        // The fields of a branch are free in the frame of an array.
        top.pointee.isOpen = true
        top.pointee.matches = 0
        top.pointee.failures = minimum
        top.pointee.secondMatch = maximum
    }

    /// Tries `contains` on the current item, in `branch()` up to `end()`.
    @usableFromInline mutating func contains(evaluates: Bool) {
        back(toItem: top.pointee.value)
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
