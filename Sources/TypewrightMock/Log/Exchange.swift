/// A request and what became of it, for the log.
package struct Exchange: Sendable {
    package var request: ServerRequest
    package var status: Int
    package var duration: Duration
    /// The `operationId`, else `GET /pets/{id}`; `nil` where no operation was meant.
    package var operation: String?
    package var findings: [Finding]
    package var notes: [String]
    /// Why it was refused, where that is no violation of a schema.
    package var reason: String?
    package var fault: ServerAnswer.Fault?

    /// What the page shows of it.
    var entry: RequestLog.Entry {
        RequestLog.Entry(
            number: request.number, time: request.receivedAt, method: request.method, target: request.target, status: status,
            duration: duration, operation: operation,
            violations: findings.map { RequestLog.Violation(pointer: $0.fullPointer, keyword: $0.keyword, message: $0.message) }
                + (reason.map { [RequestLog.Violation(pointer: "", keyword: "", message: $0)] } ?? []))
    }

    /// One that was not understood, or came too slowly.
    package static func unreadable(_ status: Int, _ reason: String) -> Exchange {
        let request = ServerRequest(method: "-", target: "unreadable", receivedAt: .now)
        return Exchange(request: request, status: status, duration: .zero, findings: [], notes: [], reason: reason)
    }

    private var milliseconds: String {
        let tenths = Int(duration / .microseconds(100))
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
    }

    /// `GET    /assistants  200  0.4 ms`, and what is wrong with it below.
    package func line(colors: Bool) -> String {
        let verb = printable(request.method)
        var text = verb + String(repeating: " ", count: max(1, 7 - verb.count)) + printable(request.target)
        text += "  " + painted(String(status), colors) + "  \(milliseconds) ms"
        if let fault { text += "  fault \(fault.rawValue)" }
        if !findings.isEmpty { text += "  " + (findings.count == 1 ? "1 violation" : "\(findings.count) violations") }
        for finding in findings { text += "\n       \(printable(finding.line))" }
        if let reason { text += "\n       \(printable(reason))" }
        for note in notes { text += "\n       note: \(printable(note))" }
        return text + "\n"
    }

    private func painted(_ text: String, _ colors: Bool) -> String {
        guard colors else { return text }
        let color = status < 300 ? 32 : (status < 400 ? 36 : (status < 500 ? 33 : 31))
        return "\u{1B}[\(color)m\(text)\u{1B}[0m"
    }

    /// What others sent must not drive the terminal.
    private func printable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars { result.unicodeScalars.append(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar) }
        return result
    }

    /// One line of JSON.
    package var json: String {
        var json: JSON = [
            "time": .string(request.receivedAt.text), "method": .string(request.method), "target": .string(request.target),
            "status": .number(String(status)), "ms": .number(milliseconds),
        ]
        if let operation { json["operation"] = .string(operation) }
        json["violations"] = .array(findings.map {
            ["pointer": .string($0.fullPointer), "keyword": .string($0.keyword), "message": .string($0.message)]
        })
        if let reason { json["reason"] = .string(reason) }
        if !notes.isEmpty { json["notes"] = .array(notes.map { .string($0) }) }
        if let fault { json["fault"] = .string(fault.rawValue) }
        return json.text + "\n"
    }
}
