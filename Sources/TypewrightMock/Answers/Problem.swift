/// What is answered to a request that cannot have what it wants: RFC 9457, with the `message` that clients look for.
struct Problem {
    var status: Int
    var detail: String
    var findings: [Finding] = []
    var headers: [(name: String, value: String)] = []
    /// Further members.
    var members: [JSON.Member] = []

    func answer(to request: ServerRequest) -> ServerAnswer {
        var json: JSON = [
            "type": "about:blank", "title": .string(Reason.phrase(of: status)), "status": .number(String(status)), "detail": .string(detail),
            "instance": .string(request.path), "message": .string(detail),
        ]
        if !findings.isEmpty { json["errors"] = .array(findings.map(\.json)) }
        for member in members { json[member.name] = member.value }
        return ServerAnswer(
            status: status, headers: [(name: "Content-Type", value: "application/problem+json")] + headers, body: .bytes(json.bytes))
    }

    /// What the findings come to, in one line.
    static func violating(_ findings: [Finding]) -> Problem {
        let shown = findings.prefix(3).map(\.line).joined(separator: "; ")
        let rest = findings.count > 3 ? "; and \(findings.count - 3) more" : ""
        return Problem(status: 422, detail: "The request breaks the document: \(shown)\(rest)", findings: findings)
    }
}

enum Reason {
    static func phrase(of status: Int) -> String {
        phrases[status] ?? (status < 500 ? "Client Error" : "Server Error")
    }

    private static let phrases = [
        400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone", 412: "Precondition Failed", 413: "Content Too Large",
        415: "Unsupported Media Type", 418: "I'm a Teapot", 422: "Unprocessable Content", 423: "Locked", 425: "Too Early",
        426: "Upgrade Required", 428: "Precondition Required", 429: "Too Many Requests", 451: "Unavailable For Legal Reasons",
        500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
    ]
}
