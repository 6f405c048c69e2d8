import TypewrightModel

/// The runtime's types for formats.
enum SwiftFormats {
    static func type(_ format: TextFormat) -> Code {
        switch format {
        case .dateTime: "DateTimeText"
        case .date: "DateText"
        case .time: "TimeText"
        case .duration: "DurationText"
        case .uuid: "UUIDText"
        case .uri: "URIText"
        case .byte: "Base64Text"
        case .binary: "String"
        }
    }
}
