/// A violation as it is noted: its pointer is found in the end, in one pass over the text for all.
struct Finding {
    let at: UnsafePointer<UInt8>
    let keyword: StaticString
    let schemaLocation: String
    let message: String
    let value: String
}

extension JSONChecker {
    /// Notes that the value at `place` breaks a keyword of the schema that is being applied, or fails the trial.
    /// `message` says what follows after the value.
    @inline(never)
    mutating func report(_ keyword: StaticString, at place: UnsafePointer<UInt8>, ofFrame: Bool = false, isNever: Bool = false, _ message: Message) {
        guard reader.fault == nil else { return }
        if trials > 0 { return abandon() }
        failures += 1
        findings.append(Finding(
            at: place, keyword: keyword,
            schemaLocation: location(ofFrame: ofFrame) + (isNever ? "" : "/" + keyword.description),
            message: message.sentence(shown(at: place)), value: excerpt(at: place)))
        if findings.count >= options.limit {
            isFull = true
            stop()
        }
    }

    /// Ends the trial that is running: it has failed.
    mutating func abandon() {
        hasFailed = true
        stop()
    }

    /// Makes every later call pass. Which fault it is plays no role.
    private mutating func stop() {
        reader.fault = .unexpectedEnd
        reader.at = reader.end
    }

    /// The text of a value, cut where it is long.
    func excerpt(at place: UnsafePointer<UInt8>) -> String {
        let limit = 120
        let length = ValueText.length(at: place, end: reader.end, limit: limit)
        var count = min(length, limit)
        // Not in the middle of a character.
        while count < length, count > 0, place[count] & 0xC0 == 0x80 { count -= 1 }
        let text = String(decoding: UnsafeBufferPointer(start: place, count: count), as: UTF8.self)
        return length > limit ? text + "…" : text
    }

    /// How many characters of a value messages show.
    static let shownLength = 60

    /// The value as messages speak of it.
    private mutating func shown(at place: UnsafePointer<UInt8>) -> String {
        switch place.pointee {
        case 0x7B: return "the object"
        case 0x5B: return "the array"
        case 0x22: return (top.pointee.key == place ? "the property name " : "") + shownString(at: place)
        default:
            let length = ValueText.length(at: place, end: reader.end, limit: Self.shownLength)
            let text = String(decoding: UnsafeBufferPointer(start: place, count: min(length, Self.shownLength)), as: UTF8.self)
            return length > Self.shownLength ? text + "…" : text
        }
    }

    private mutating func shownString(at place: UnsafePointer<UInt8>) -> String {
        let after = reader.at
        reader.at = place
        let text = reader.scanString()
        // Not even a string: then there is a fault, and nothing is told of it here.
        guard let text else { return "" }
        reader.at = after
        return Self.quoted(Self.string(of: text))
    }

    // MARK: Locations

    /// The location of the schema that is being applied; with `ofFrame` that of the schema that the frame
    /// stands for, whatever part of it is being applied.
    func location(ofFrame: Bool) -> String {
        var steps: [String] = []
        var place = depth - 1
        var isFirst = true
        while place >= 0 {
            let frame = frames + place
            if !(isFirst && ofFrame) { steps.append(Self.text(of: frame.pointee)) }
            isFirst = false
            if frame.pointee.location.utf8CodeUnitCount > 0 {
                steps.append(frame.pointee.location.description)
                break
            }
            place -= 1
        }
        return steps.reversed().joined()
    }

    private static func text(of frame: Frame) -> String {
        switch frame.step {
        case .here: ""
        case .property: "/properties/" + escaped(name(frame.index, in: frame))
        case .additionalProperties: "/additionalProperties"
        case .patternProperties: "/patternProperties/" + escaped(frame.stepName.description)
        case .propertyNames: "/propertyNames"
        case .unevaluatedProperties: "/unevaluatedProperties"
        case .prefixItems: "/prefixItems/\(frame.index)"
        case .items: "/items"
        case .unevaluatedItems: "/unevaluatedItems"
        case .contains: "/contains"
        case .allOf: "/allOf/\(frame.index)"
        case .anyOf: "/anyOf/\(frame.index)"
        case .oneOf: "/oneOf/\(frame.index)"
        case .not: "/not"
        case .ifBranch: "/if"
        case .thenBranch: "/then"
        case .elseBranch: "/else"
        case .dependentSchemas: "/dependentSchemas/" + escaped(frame.stepName.description)
        }
    }

    static func name(_ index: Int, in frame: Frame) -> String {
        guard let keys = frame.keys, index >= 0, index < keys.table.pointee.names.count else { return "" }
        return keys.table.pointee.names[index]
    }

    /// A name as a token of a JSON pointer.
    static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return name }
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case 0x7E: bytes += [0x7E, 0x30]
            case 0x2F: bytes += [0x7E, 0x31]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

enum ValueText {
    /// The length of a value's text, without looking further than `limit` bytes: then the result is larger.
    static func length(at place: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, limit: Int) -> Int {
        var nesting = 0
        var inString = false
        var cursor = place
        while cursor < end, cursor - place <= limit {
            let byte = cursor.pointee
            if inString {
                if byte == 0x5C { cursor += 1 } else if byte == 0x22 { inString = false }
            } else {
                switch byte {
                case 0x22: inString = true
                case 0x5B, 0x7B: nesting += 1
                case 0x5D, 0x7D:
                    if nesting == 0 { return cursor - place }
                    nesting -= 1
                case 0x2C, 0x3A, 0x20, 0x0A, 0x0D, 0x09:
                    if nesting == 0 { return cursor - place }
                default: break
                }
            }
            cursor += 1
            if nesting == 0 && !inString && (byte == 0x22 || byte == 0x5D || byte == 0x7D) { return cursor - place }
        }
        return min(cursor, end) - place
    }
}
