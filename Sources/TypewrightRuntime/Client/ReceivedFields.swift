/// The header fields of an answer: as they are, or as whoever received them can put them together. That takes a while,
/// and few calls look at them.
package enum ReceivedFields: Sendable {
    case known(HeaderFields)
    case later(@Sendable () -> HeaderFields)

    var fields: HeaderFields {
        switch self {
        case .known(let fields): fields
        case .later(let fields): fields()
        }
    }
}
