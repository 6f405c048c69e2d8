/// What a request prefers (RFC 7240): `Prefer: code=404, example=cat, delay=200, fault=reset, dynamic=true`.
struct Preferences {
    private(set) var code: Int?
    private(set) var example: String?
    /// In milliseconds.
    private(set) var delay: Int?
    private(set) var fault: ServerAnswer.Fault?
    private(set) var isDynamic: Bool?
    /// What is not understood, for the log.
    private(set) var notes: [String] = []

    init(_ headers: HeaderFields) {
        for preference in headers.list("Prefer") {
            // Parameters of a preference mean nothing here.
            let text = preference.cut(at: UInt8(ascii: ";"))?.before ?? preference[...]
            let halves = text.cut(at: UInt8(ascii: "="))
            let name = trimmed(halves?.before ?? text).lowercased()
            let value = MediaName.unquoted(trimmed(halves?.after ?? ""))
            take(name, value)
        }
    }

    private mutating func take(_ name: String, _ value: String) {
        switch name {
        case "code": code = Int(value).flatMap { (100...599).contains($0) ? $0 : nil }
        case "example": example = value
        case "delay": delay = Int(value).flatMap { (0...600_000).contains($0) ? $0 : nil }
        case "fault": fault = ServerAnswer.Fault(rawValue: value.lowercased())
        case "dynamic": isDynamic = value.isEmpty || value == "true"
        // Others are for other servers.
        default: return
        }
        let isUnderstood = switch name {
        case "code": code != nil
        case "delay": delay != nil
        case "fault": fault != nil
        default: true
        }
        if !isUnderstood { notes.append("Prefer: \(name)=\(value) is not understood") }
    }
}
