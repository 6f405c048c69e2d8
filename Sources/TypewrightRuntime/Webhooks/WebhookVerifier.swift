/// Finds out whether a webhook comes from whom it says, and reads it.
///
///     let webhooks = PetstoreWebhooks(verifier: .standardWebhooks(secret: "whsec_…"))
///     let pet = try webhooks.petAdopted(headers: headers, body: body)
///
/// The body has to be the bytes as they came: a signature does not survive that somebody parses and prints them.
public struct WebhookVerifier: Sendable {
    private let verify: @Sendable (HeaderFields, [UInt8]) throws -> Void
    /// Whether a body has to keep all the rules of the document, beyond being of its type.
    public var validatesBodies = false

    /// A scheme of your own: throws where the signature is not right.
    public init(_ verify: @escaping @Sendable (HeaderFields, [UInt8]) throws -> Void) {
        self.verify = verify
    }

    /// Takes everything: for tests, and where something in front has checked already.
    public static let none = WebhookVerifier { _, _ in }

    /// The scheme of standardwebhooks.com: `webhook-id`, `webhook-timestamp` and `webhook-signature`.
    ///
    /// - Parameters:
    ///   - secret: `whsec_` and Base64; other text is taken as it is.
    ///   - prefix: of the header fields; Svix sends `svix-id` and so on.
    ///   - tolerance: how far the time of the webhook may be from now, against those that are sent again later.
    public static func standardWebhooks(
        secret: String, prefix: String = "webhook", tolerance: Duration = .seconds(300),
        secondsSince1970: @escaping @Sendable () -> Int = currentSeconds
    ) -> WebhookVerifier {
        let encoded = secret.hasPrefix("whsec_") ? String(secret.dropFirst(6)) : nil
        let key = encoded.flatMap { Base64Text($0).bytes } ?? Array(secret.utf8)
        return WebhookVerifier { headers, body in
            guard let id = headers[prefix + "-id"], let time = headers[prefix + "-timestamp"], let signatures = headers[prefix + "-signature"] else {
                throw WebhookError.unverified("the header fields \(prefix)-id, \(prefix)-timestamp and \(prefix)-signature are not all there")
            }
            guard let seconds = Int(time), isNear(seconds, secondsSince1970(), tolerance) else {
                throw WebhookError.unverified("the time '\(time)' is not within \(tolerance) of now")
            }
            let code = SHA256.authenticationCode(of: Array("\(id).\(time).".utf8) + body, key: key)
            var isRight = false
            for signature in signatures.split(separator: " ") where signature.hasPrefix("v1,") {
                if let given = Base64Text(String(signature.dropFirst(3))).bytes, areEqualInConstantTime(given, code) { isRight = true }
            }
            if !isRight { throw WebhookError.unverified("no signature in \(prefix)-signature is right") }
        }
    }

    /// The HMAC of the body in hexadecimal, in one header field: `X-Hub-Signature-256: sha256=…`.
    public static func hmacSHA256(secret: String, header: String, prefix: String = "sha256=") -> WebhookVerifier {
        let key = Array(secret.utf8)
        return WebhookVerifier { headers, body in
            guard let text = headers[header] else { throw WebhookError.unverified("there is no header field \(header)") }
            guard text.hasPrefix(prefix), let given = hexadecimalBytes(String(text.dropFirst(prefix.count))) else {
                throw WebhookError.unverified("\(header) is not '\(prefix)' and hexadecimal digits")
            }
            guard areEqualInConstantTime(given, SHA256.authenticationCode(of: body, key: key)) else {
                throw WebhookError.unverified("the signature in \(header) is not right")
            }
        }
    }

    /// The clock of the machine.
    @Sendable public static func currentSeconds() -> Int { currentSecondsSince1970() }
}

/// Why a webhook was not taken.
public enum WebhookError: Error, Sendable {
    /// The signature is missing or wrong: answer with 401 and look no further.
    case unverified(String)
    /// The body is not what the document says.
    case undecodable(String)
    /// The body breaks rules of the document, where these are checked.
    case invalid(ValidationError)
}

extension WebhookError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unverified(let reason): "the webhook is not verified: \(reason)"
        case .undecodable(let reason): "the webhook's body could not be decoded: \(reason)"
        case .invalid(let error): "the webhook's body is not valid: \(error.oneLine)"
        }
    }
}

// MARK: - What generated methods call

extension WebhookVerifier {
    /// Nothing but the signature.
    public func check(_ headers: HeaderFields, _ body: [UInt8]) throws(WebhookError) {
        do {
            try verify(headers, body)
        } catch let error as WebhookError {
            throw error
        } catch {
            throw .unverified("\(error)")
        }
    }

    /// JSON.
    public func value<Value: JSONCodable>(_ headers: HeaderFields, _ body: [UInt8], as type: Value.Type = Value.self) throws(WebhookError) -> Value {
        try check(headers, body)
        let value: Value
        do {
            value = try Value(json: body)
        } catch {
            throw .undecodable("\(error)")
        }
        if validatesBodies {
            do {
                try Value.validate(json: body)
            } catch {
                throw .invalid(error)
            }
        }
        return value
    }

    /// A form.
    public func form<Value: JSONCodable>(_ headers: HeaderFields, _ body: [UInt8], as type: Value.Type = Value.self) throws(WebhookError) -> Value {
        try check(headers, body)
        do {
            return try LooseText.decode(FormText.value(of: body))
        } catch {
            throw .undecodable("\(error)")
        }
    }

    public func text(_ headers: HeaderFields, _ body: [UInt8]) throws(WebhookError) -> String {
        try check(headers, body)
        return String(decoding: body, as: UTF8.self)
    }

    public func bytes(_ headers: HeaderFields, _ body: [UInt8]) throws(WebhookError) -> [UInt8] {
        try check(headers, body)
        return body
    }
}

private func isNear(_ seconds: Int, _ now: Int, _ tolerance: Duration) -> Bool {
    let (difference, overflow) = seconds.subtractingReportingOverflow(now)
    return !overflow && Int64(clamping: difference.magnitude) <= tolerance.components.seconds
}

private func hexadecimalBytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0, digits.allSatisfy(isHexDigit) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { hexValue(digits[$0]) << 4 | hexValue(digits[$0 + 1]) }
}
