/// Why a text could not be read as a value, or a value not be written as JSON.
public struct JSONError: Error, Sendable {
    let fault: JSONFault
    public let offset: Int
}
