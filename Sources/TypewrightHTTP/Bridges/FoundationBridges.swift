public import Foundation
public import TypewrightRuntime

// The formats' texts as the types of Foundation, and the other way round. A text that does
// not obey its format gives nil.

extension DateTimeText {
    /// The point in time. The offset and digits beyond microseconds stay in `text` alone.
    public var date: Date? { secondsSince1970.map(Date.init(timeIntervalSince1970:)) }

    /// A point in time, written in UTC.
    public init(_ date: Date) { self.init(secondsSince1970: date.timeIntervalSince1970) }
}

extension DateText {
    /// The start of the day in UTC.
    public var date: Date? { date(in: .gmt) }

    /// The start of the day in a time zone.
    public func date(in timeZone: TimeZone) -> Date? {
        guard let (year, month, day) = components else { return nil }
        return Calendar.gregorian(timeZone).date(from: DateComponents(year: year, month: month, day: day))
    }

    /// The day that a point in time falls on in a time zone.
    public init(_ date: Date, in timeZone: TimeZone = .gmt) {
        let parts = Calendar.gregorian(timeZone).dateComponents([.year, .month, .day], from: date)
        self.init(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
    }
}

extension Calendar {
    fileprivate static func gregorian(_ timeZone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar
    }
}

extension UUIDText {
    public var uuid: UUID? { UUID(uuidString: text) }

    /// A UUID in lower case, as RFC 4122 wants it written.
    public init(_ uuid: UUID) { self.init(uuid.uuidString.lowercased()) }
}

extension URIText {
    public var url: URL? { URL(string: text) }
    public init(_ url: URL) { self.init(url.absoluteString) }
}

extension Base64Text {
    public var data: Data? { bytes.map { Data($0) } }
    public init(_ data: Data) { self.init(bytes: data) }
}

extension JSONCodable {
    /// Reads a value from JSON text in UTF-8.
    public init(json: Data, options: JSONReadOptions = JSONReadOptions()) throws {
        self = try json.withUnsafeBytes { try Self(json: $0.bindMemory(to: UInt8.self), options: options) }
    }
}
