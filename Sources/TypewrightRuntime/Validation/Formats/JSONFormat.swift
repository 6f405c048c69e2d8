/// Formats that validation can check, by the names that JSON Schema and OpenAPI give them.
public enum JSONFormat: String, Sendable, CaseIterable {
    case dateTime = "date-time"
    case date, time, duration
    case email
    case idnEmail = "idn-email"
    case hostname
    case idnHostname = "idn-hostname"
    case ipv4, ipv6
    case uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uriTemplate = "uri-template"
    case uuid
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex
    case byte
    // Of numbers.
    case int32, int64, float, double

    /// Whether a text is of the format. Formats of numbers have nothing against any text.
    func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = FormatScanner(text)
        switch self {
        case .dateTime: return DateTimeText.isValid(text)
        case .date: return DateText.isValid(text)
        case .time: return TimeText.isValid(text)
        case .duration: return scanner.takeDuration() && scanner.isAtEnd
        case .email: return EmailFormat.accepts(text, isInternational: false)
        case .idnEmail: return EmailFormat.accepts(text, isInternational: true)
        case .hostname: return HostFormats.isHostname(text)
        case .idnHostname: return InternationalHost.accepts(text)
        case .ipv4: return scanner.takeIPv4() && scanner.isAtEnd
        case .ipv6: return scanner.takeIPv6() && scanner.isAtEnd
        case .uri: return URIFormats.accepts(text, isInternational: false, isReference: false)
        case .uriReference: return URIFormats.accepts(text, isInternational: false, isReference: true)
        case .iri: return URIFormats.accepts(text, isInternational: true, isReference: false)
        case .iriReference: return URIFormats.accepts(text, isInternational: true, isReference: true)
        case .uriTemplate: return URITemplateFormat.accepts(text)
        case .uuid: return OtherFormats.isUUID(text)
        case .jsonPointer: return scanner.takePointer() && scanner.isAtEnd
        case .relativeJSONPointer: return scanner.takeRelativePointer() && scanner.isAtEnd
        case .regex: return RegexSyntax.accepts(text)
        case .byte: return OtherFormats.isBase64(text)
        case .int32, .int64, .float, .double: return true
        }
    }

    /// Whether a number is of the format. `float` and `double` bound the size; digits beyond their
    /// precision are nothing wrong.
    func accepts(_ value: ExactDecimal) -> Bool {
        switch self {
        case .int32: isInteger(value, as: Int32.self)
        case .int64: isInteger(value, as: Int64.self)
        case .float: value.digits.count + value.exponent <= 39
        case .double: value.digits.count + value.exponent <= 309
        default: true
        }
    }

    private func isInteger<Integer: FixedWidthInteger>(_ value: ExactDecimal, as type: Integer.Type) -> Bool {
        if case .value = value.integer(as: type) { return true }
        return false
    }
}
