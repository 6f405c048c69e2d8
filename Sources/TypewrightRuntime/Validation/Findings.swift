/// A violation as it is noted: its pointer is found in the end, in one pass over the text for all.
struct Finding {
    let at: UnsafePointer<UInt8>
    let keyword: StaticString
    let schemaLocation: String
    let message: String
    let value: String
    /// For a name the object that it belongs to.
    var object: UnsafePointer<UInt8>?
    /// None of several alternatives matched.
    var hasAlternatives = false
    /// The value is of one kind with some that are listed.
    var isNear = false

    func says(_ other: Finding) -> Bool {
        at == other.at && schemaLocation == other.schemaLocation && message == other.message
    }
}

extension CheckState {
    /// Notes that the value at `place` breaks a keyword of the schema that is being applied, or fails the trial.
    /// `message` says what follows after the value, and is put together only when it is noted.
    @inline(never)
    mutating func report(
        _ keyword: StaticString, at place: UnsafePointer<UInt8>, ofFrame: Bool = false, isNever: Bool = false, _ message: @autoclosure () -> Message
    ) {
        guard reader.fault == nil else { return }
        if !isNoting { return abandon() }
        failures += 1
        let message = message()
        let value = excerpt(at: place)
        let finding = Finding(
            at: place, keyword: keyword,
            schemaLocation: location(ofFrame: ofFrame) + (isNever ? "" : "/" + keyword.description),
            message: message.sentence(value), value: value, object: trials > 0 ? nameObject : nil,
            hasAlternatives: message.isOfAlternatives, isNear: message.isNear)
        if trials > 0 {
            if explanations?.note(finding) == false { abandon() }
            return
        }
        // A schema that is reached on two ways finds the same twice.
        guard !findings.contains(where: { $0.says(finding) }) else { return }
        findings.append(finding)
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

    /// A value on one line, cut where it is long.
    mutating func excerpt(at place: UnsafePointer<UInt8>) -> String {
        var text = ValueText(limit: 120)
        text.append(from: place, end: reader.end)
        return text.string
    }

    // MARK: Locations

    /// The location of the schema that is being applied; with `ofFrame` that of the schema that the frame
    /// stands for, whatever part of it is being applied.
    mutating func location(ofFrame: Bool) -> String {
        var steps: [String] = []
        var place = depth - 1
        var isFirst = true
        while place >= 0 {
            let frame = frames + place
            if !(isFirst && ofFrame) { steps.append(Self.text(of: frame)) }
            isFirst = false
            if frame.pointee.location.utf8CodeUnitCount > 0 {
                steps.append(frame.pointee.location.description)
                break
            }
            place -= 1
        }
        return steps.reversed().joined()
    }

    private static func text(of frame: UnsafeMutablePointer<Frame>) -> String {
        let (index, stepName) = (frame.pointee.index, frame.pointee.stepName)
        return switch frame.pointee.step {
        case .here: ""
        case .property: index < 0 ? "/additionalProperties" : "/properties/" + escaped(name(index, in: frame))
        case .additionalProperties: "/additionalProperties"
        case .patternProperties: "/patternProperties/" + escaped(stepName.description)
        case .propertyNames: "/propertyNames"
        case .unevaluatedProperties: "/unevaluatedProperties"
        case .prefixItems: "/prefixItems/\(index)"
        case .items: "/items"
        case .unevaluatedItems: "/unevaluatedItems"
        case .contains: "/contains"
        case .allOf: "/allOf/\(index)"
        case .anyOf: "/anyOf/\(index)"
        case .oneOf: "/oneOf/\(index)"
        case .not: "/not"
        case .ifBranch: "/if"
        case .thenBranch: "/then"
        case .elseBranch: "/else"
        case .dependentSchemas: "/dependentSchemas/" + escaped(stepName.description)
        }
    }

    static func name(_ index: Int, in frame: UnsafeMutablePointer<Frame>) -> String {
        guard let keys = frame.pointee.keys, index >= 0, index < keys.table.pointee.names.count else { return "" }
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
