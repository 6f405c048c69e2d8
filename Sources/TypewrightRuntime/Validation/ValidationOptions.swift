/// How JSON is validated.
public struct ValidationOptions: Sendable {
    /// How many violations are collected before validation stops.
    public var limit = 100
    /// Which way the value goes: a property that is only ever read is not demanded in a request.
    public var direction = Direction.either
    /// How many arrays and objects may stand within each other, up to 512.
    public var maximumDepth = 128

    public enum Direction: Sendable {
        /// Neither properties that are only read nor those that are only written are demanded.
        case either
        case request
        case response
    }

    public init() {}
}
