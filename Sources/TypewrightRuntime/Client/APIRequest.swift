/// What a call wants: built by a generated method with a few lines, carried out by `APIClient`.
///
/// Nothing here throws: what is wrong (an empty path parameter, a header with a line break) is noted,
/// and the call is refused before anything is sent.
public struct APIRequest: Sendable {
    /// As the document spells it: `GET`.
    var method: String
    /// With `{parameters}` in braces.
    var path: String
    var pathValues: [(name: String, text: String)] = []
    /// `name=value`, encoded.
    var query: [String] = []
    var headers = HeaderFields()
    /// `name=value`
    var cookies: [String] = []
    var body = RequestBody.none
    var contentType: String?
    var accept: String?
    var security: SecurityChoice = .service
    var server: String?
    var errorBodies: ErrorBodies?
    var pending = PendingChecks()
    /// Path values are in the path already.
    var isLiteral = false

    public init(_ method: String, _ path: String) {
        self.method = method
        self.path = path
    }

    var operation: String { "\(method) \(path)" }

    enum SecurityChoice: Sendable {
        case service
        case alternatives([[String]])
    }
}

/// What is to be checked before the request is sent.
struct PendingChecks: Sendable {
    /// Found while the request was built.
    var violations: [Violation] = []
    /// JSON text and the check it has to pass.
    var checks: [(prefix: String, json: [UInt8], check: JSONCheck)] = []
}

/// Checks JSON text against a schema of the document: a generated `validate(json:)`.
public typealias JSONCheck = @Sendable ([UInt8]) throws(ValidationError) -> Void

/// A type that knows the rules of its schema. The client finds out by itself whether the type of a
/// body does.
public protocol JSONValidatable: Sendable {
    static func validate(json: [UInt8]) throws(ValidationError)
}

/// What the bodies of unsuccessful answers are, by status.
public struct ErrorBodies: Sendable {
    let types: [(status: ClosedRange<Int>, type: any JSONCodable.Type)]

    /// `(404, NotFound.self)`; `4` stands for all of 400 to 499, and `0` for every status that nothing else names.
    public init(_ types: (Int, any JSONCodable.Type)...) {
        self.types = types.map { status, type in
            switch status {
            case 1...9: (status * 100...status * 100 + 99, type)
            case 0: (0...999, type)
            default: (status...status, type)
            }
        }
    }

    /// The narrowest range that holds the status.
    func type(for status: Int) -> (any JSONCodable.Type)? {
        types.filter { $0.status.contains(status) }.min { $0.status.count < $1.status.count }?.type
    }
}

// MARK: - What generated methods say of a call

extension APIRequest {
    /// The operation's own security: alternatives, each a set of schemes that apply together. An empty
    /// list, or one with an empty set, needs no credentials.
    public mutating func secure(_ alternatives: [[String]]) {
        security = .alternatives(alternatives)
    }

    /// The operation's own server. A base URL that the user set goes before it.
    public mutating func server(_ url: String) {
        server = url
    }

    /// The media types that the operation answers with, where it is not JSON alone.
    public mutating func accept(_ mediaTypes: String) {
        accept = mediaTypes
    }

    public mutating func errors(_ bodies: ErrorBodies) {
        errorBodies = bodies
    }

    mutating func refuse(_ pointer: String, _ keyword: String, _ message: String, value: String = "") {
        pending.violations.append(Violation(pointer: pointer, keyword: keyword, message: message, value: value))
    }
}
