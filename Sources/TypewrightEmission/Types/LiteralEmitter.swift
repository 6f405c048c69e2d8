import TypewrightModel

/// A value of the document as a Swift expression of a type.
struct LiteralEmitter {
    let context: EmissionContext

    /// Nil where the type has no literal for it: an object, a list of structs, a number that does not fit.
    func code(_ literal: Literal, as type: TypeReference) -> Code? {
        switch (literal, context.resolved(type)) {
        case (.boolean(let value), .boolean): return value ? "true" : "false"
        case (.string(let text), .string), (.string(let text), .text): return "\(literal: text)"
        case (.number(let text), .integer(let format)): return integer(text, format)
        case (.number(let text), .number): return number(text)
        case (_, .named(let id)): return context.caseName(of: literal, in: id).map { ".\($0.member)" }
        case (.array(let elements), .array(let element)):
            let codes = elements.compactMap { code($0, as: element) }
            return codes.count == elements.count ? "[\(Code.list(codes))]" : nil
        case (_, .nullable(let inner)): return literal == .null ? "nil" : code(literal, as: inner)
        default: return nil
        }
    }

    private func integer(_ text: String, _ format: IntegerFormat) -> Code? {
        guard let value = Int(text) else { return nil }
        if format == .int32, Int32(exactly: value) == nil { return nil }
        return "\(value)"
    }

    /// Only what is a Swift literal too: digits, a point with digits on both sides, an exponent.
    private func number(_ text: String) -> Code? {
        guard let value = Double(text), value.isFinite else { return nil }
        return Code(numberText: value.description)
    }
}
