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
    var checks: [PendingCheck] = []
}

/// JSON text and the rules it has to keep.
struct PendingCheck: Sendable {
    /// What comes before the pointers of the violations.
    var prefix = ""
    var json: [UInt8]
    var rules: Rules

    enum Rules: Sendable {
        case type(any (JSONCodable & Validatable).Type)
        case check(JSONCheck)

        func validate(_ json: [UInt8], _ options: ValidationOptions) throws(ValidationError) {
            switch self {
            case .type(let type): try type.validate(json: json, options: options)
            case .check(let check): try JSONChecker.validate(json, options, check)
            }
        }
    }
}

/// The rules of a schema that has no type of its own.
public typealias JSONCheck = @Sendable (inout JSONChecker) -> Void

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
        pending.violations.append(Violation(
            pointer: pointer, keyword: keyword, schemaLocation: "", message: message, value: value, offset: 0
        ))
    }
}
