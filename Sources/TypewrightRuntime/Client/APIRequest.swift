/// What a call wants: built by a generated method with a few lines, carried out by `APIClient`.
///
/// Nothing here throws: what is wrong (an empty path parameter, a header with a line break) is noted,
/// and the call is refused before anything is sent.
public struct APIRequest: Sendable {
    /// One reference, so that the compiler has little to do where requests are made.
    private var storage: Storage

    public init(_ method: String, _ path: String) {
        storage = Storage(Parts(method: method, path: path))
    }

    var parts: Parts {
        get { storage.parts }
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.parts) }
            yield &storage.parts
        }
    }

    var operation: String { parts.operation }

    private final class Storage: @unchecked Sendable {
        // Changed only while there is one reference.
        var parts: Parts

        init(_ parts: Parts) {
            self.parts = parts
        }
    }

    struct Parts: Sendable {
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
        /// The parts of a multipart body.
        var form: [FormPart] = []
        /// The multipart media type, where there are parts or could be.
        var formType: String?
        var accept: String?
        var security: SecurityChoice = .service
        var server: String?
        var serverVariables: [String: String] = [:]
        var errorBodies: ErrorBodies?
        var pending = PendingChecks()
        /// In place of the base URL, the path and the query: the next page of a list.
        var absoluteURL: String?
        /// Path values are in the path already.
        var isLiteral = false

        init(method: String, path: String) {
            self.method = method
            self.path = path
        }

        var operation: String { "\(method) \(path)" }
    }

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
        case type(any JSONCodable.Type)
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
public typealias JSONCheck = @Sendable (JSONChecker) -> Void

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
        parts.security = .alternatives(alternatives)
    }

    /// The operation's own server. A base URL that the user set goes before it.
    public mutating func server(_ url: String, variables: [String: String] = [:]) {
        parts.server = url
        parts.serverVariables = variables
    }

    /// The media types that the operation answers with, where it is not JSON alone.
    public mutating func accept(_ mediaTypes: String) {
        parts.accept = mediaTypes
    }

    public mutating func errors(_ bodies: ErrorBodies) {
        parts.errorBodies = bodies
    }

    /// Sets a parameter of the query, in place of the one that is there.
    mutating func replaceQuery(_ name: String, _ value: String) {
        let prefix = percentEncoded(name) + "="
        parts.query.removeAll { $0.hasPrefix(prefix) }
        parts.query.append(prefix + percentEncoded(value))
    }

    /// Has the JSON text checked by the rules of its type.
    mutating func require<Body: JSONCodable>(_ type: Body.Type, _ json: [UInt8]) {
        parts.pending.checks.append(PendingCheck(json: json, rules: .type(type)))
    }

    mutating func refuse(_ pointer: String, _ keyword: String, _ message: String, value: String = "") {
        parts.pending.violations.append(Violation(
            pointer: pointer, keyword: keyword, schemaLocation: "", message: message, value: value, offset: 0
        ))
    }
}
