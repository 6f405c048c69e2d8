extension JSONCodable {
    /// A type whose schema accepts everything.
    public static func check(_ c: JSONChecker) {
        c.any()
    }

    /// Checks JSON text against the schema of the type; throws all that is wrong with it.
    public static func validate(json: [UInt8], options: ValidationOptions = ValidationOptions()) throws(ValidationError) {
        try JSONChecker.validate(json, options, check)
    }

    public static func validate(json: String, options: ValidationOptions = ValidationOptions()) throws(ValidationError) {
        try JSONChecker.validate(Array(json.utf8), options, check)
    }

    /// Checks what would be written; throws all that is wrong with it.
    public func validate(options: ValidationOptions = ValidationOptions()) throws(ValidationError) {
        try JSONChecker.validate(self, options, Self.check)
    }
}

/// A schema without a Swift type of its own: what stands behind `typealias Email = String`.
///
///     try EmailSchema.validate(json: text)
///     try EmailSchema.validate(pet.email)
public protocol JSONValidator {
    /// Takes one value and notes what is wrong with it.
    static func check(_ c: JSONChecker)
}

extension JSONValidator {
    /// Checks JSON text against the schema; throws all that is wrong with it.
    public static func validate(json: [UInt8], options: ValidationOptions = ValidationOptions()) throws(ValidationError) {
        try JSONChecker.validate(json, options, check)
    }

    public static func validate(json: String, options: ValidationOptions = ValidationOptions()) throws(ValidationError) {
        try JSONChecker.validate(Array(json.utf8), options, check)
    }

    /// Checks what would be written; throws all that is wrong with it.
    public static func validate(
        _ value: some JSONCodable, options: ValidationOptions = ValidationOptions()
    ) throws(ValidationError) {
        try JSONChecker.validate(value, options, check)
    }
}

extension JSONChecker {
    /// Runs a check over what would be written of a value.
    static func validate(
        _ value: some JSONCodable, _ options: ValidationOptions, _ check: (JSONChecker) -> Void
    ) throws(ValidationError) {
        var writer = JSONWriter()
        writer.spellsDoubles = true
        value.write(to: &writer)
        do {
            try writer.check()
        } catch {
            throw ValidationError(violations: [
                Violation(pointer: error.pointer, keyword: "json", schemaLocation: "", message: "\(error)", value: "", offset: 0)
            ])
        }
        try validate(writer.take(), options, check)
    }

    /// Runs a check over a text.
    public static func validate(
        _ json: [UInt8], _ options: ValidationOptions = ValidationOptions(), _ check: (JSONChecker) -> Void
    ) throws(ValidationError) {
        let padded = UnsafeMutablePointer<UInt8>.allocate(capacity: json.count + JSONReader.padding)
        defer { padded.deallocate() }
        json.withUnsafeBufferPointer { bytes in
            if let base = bytes.baseAddress { padded.update(from: base, count: bytes.count) }
        }
        (padded + json.count).update(repeating: 0, count: JSONReader.padding)
        let start = UnsafePointer(padded)
        func pass(_ explanations: Explanations?) -> CheckState {
            let reader = JSONReader(
                start: start, end: start + json.count, options: JSONReadOptions(maximumDepth: options.maximumDepth))
            var state = CheckState(reader, options)
            state.explanations = explanations
            withUnsafeMutablePointer(to: &state) { check(JSONChecker($0)) }
            // A check that accepts everything may leave the value to whoever called it.
            if state.reader.at == start { state.skipValue() }
            return state
        }
        var state = pass(nil)
        let wanted = Explanations(state.findings)
        let explained = wanted.wanted.isEmpty ? [:] : pass(wanted).explanations?.found ?? [:]
        if let error = state.finish(explained: explained) { throw error }
    }
}

extension CheckState {
    /// The error that tells all findings, once the text is through.
    mutating func finish(explained: [Explanations.Key: [Finding]]) -> ValidationError? {
        if reader.fault == nil { reader.finish() }
        if let fault = reader.fault, !isFull {
            let error = JSONError(
                fault, offset: reader.faultAt - reader.start,
                in: UnsafeBufferPointer(start: reader.start, count: reader.end - reader.start))
            return ValidationError(violations: [
                Violation(
                    pointer: error.pointer, keyword: "json", schemaLocation: "", message: "\(error)",
                    value: excerpt(at: reader.faultAt), offset: error.offset)
            ])
        }
        guard !findings.isEmpty else { return nil }
        return ValidationError(violations: violations(explained: explained), isCutShort: isFull)
    }
}
