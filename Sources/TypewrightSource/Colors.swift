/// How a terminal shows the parts of a report; nothing at all where it is off.
struct Colors {
    let isOn: Bool

    func strong(_ text: String) -> String { shown(text, "1") }
    func faint(_ text: String) -> String { shown(text, "2") }
    func note(_ text: String) -> String { shown(text, "36") }
    func mark(_ text: String) -> String { shown(text, "32") }

    func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
        switch severity {
        case .error: shown(text, "1;31")
        case .warning: shown(text, "1;33")
        case .note: note(text)
        }
    }

    private func shown(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
