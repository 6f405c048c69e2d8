/// What browsers want to know before a script of one origin may talk to another: here every script may,
/// but for the server's own pages, which act and show what others sent.
enum CrossOrigin {
    /// Paths of the mock itself, where the document's stand beside.
    static let ownPath = "/__typewright"

    static func isOwn(_ path: String) -> Bool {
        path.utf8.starts(with: ownPath.utf8) && [nil, UInt8(ascii: "/")].contains(path.utf8.dropFirst(ownPath.utf8.count).first)
    }

    /// Answers that need no handler: a preflight, `OPTIONS *`, and strangers at the server's own pages.
    static func answer(to request: ServerRequest, host: String) -> ServerAnswer? {
        if isOwn(request.path) {
            return isStranger(request, host: host)
                ? ServerAnswer(Refusal(status: 403, detail: "the mock's own pages are for its own origin: call it by its address, or as localhost")) : nil
        }
        guard request.method == "OPTIONS" else { return nil }
        if request.path == "*" { return ServerAnswer(status: 204, headers: [("Allow", methods)]) }
        guard request.headers.contains("Origin"), let method = request.headers["Access-Control-Request-Method"] else { return nil }
        var headers = [
            (name: "Access-Control-Allow-Methods", value: method),
            (name: "Access-Control-Max-Age", value: "600"),
        ]
        if let wanted = request.headers["Access-Control-Request-Headers"] {
            headers.append((name: "Access-Control-Allow-Headers", value: wanted))
        }
        if request.headers["Access-Control-Request-Private-Network"] == "true" {
            headers.append((name: "Access-Control-Allow-Private-Network", value: "true"))
        }
        return ServerAnswer(status: 204, headers: headers)
    }

    private static let methods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"

    /// Fields that let the script read the answer. With credentials no wildcard is valid, so all is named.
    static func allow(_ answer: inout ServerAnswer, to request: ServerRequest) {
        guard let origin = request.headers["Origin"], answer.isForEveryOrigin, !isOwn(request.path),
            !answer.contains("Access-Control-Allow-Origin")
        else { return }
        let exposed = answer.headers.map(\.name).filter { !$0.isEmpty && $0.utf8.allSatisfy(isTokenByte) }
        answer.headers.append((name: "Access-Control-Allow-Origin", value: origin))
        answer.headers.append((name: "Access-Control-Allow-Credentials", value: "true"))
        answer.headers.append((name: "Vary", value: "Origin"))
        if !exposed.isEmpty { answer.headers.append((name: "Access-Control-Expose-Headers", value: exposed.joined(separator: ", "))) }
    }

    /// Another site's script, or one whose host name was made to lead here.
    private static func isStranger(_ request: ServerRequest, host: String) -> Bool {
        guard let called = request.headers["Host"] else { return false }
        if let origin = request.headers["Origin"], !HeaderFields.same(origin, "http://" + called) { return true }
        let name = called.hasPrefix("[") ? called : String(called.prefix { $0 != ":" })
        let isAddress = name.hasPrefix("[") || name.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
        return !isAddress && !HeaderFields.same(name, "localhost") && !HeaderFields.same(name, host)
    }
}
