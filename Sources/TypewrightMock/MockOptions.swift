/// How a mock answers.
package struct MockOptions: Sendable {
    /// Whether requests leave something behind.
    package var isStateful = false
    /// Whether answers differ from request to request.
    package var isDynamic = false
    package var seed: UInt64 = 0
    /// How many of all requests are in for trouble: 0.1 is one in ten.
    package var chaos = 0.0
    package var rateLimit: RateLimit?
    package var resources: [ResourceRule] = []
    /// Whether a string that breaks its format is invalid.
    package var assertsFormats = false
    /// How long a stream waits between its items.
    package var streamInterval = Duration.milliseconds(100)

    package init() {}
}
