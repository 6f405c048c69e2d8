import TypewrightModel

/// The runtime's types for formats.
enum SwiftFormats {
    static func type(_ format: TextFormat) -> Code {
        switch format {
        case .dateTime: "DateTime"
        case .date: "CalendarDate"
        case .time: "TimeOfDay"
        case .duration: "ISODuration"
        case .uuid: "UUIDText"
        case .uri: "URIText"
        case .byte: "Base64"
        case .binary: "String"
        }
    }
}
