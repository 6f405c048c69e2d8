import TypewrightReader
import TypewrightSource

/// A config file, read: one set of settings for each document it speaks of.
package struct Config: Sendable {
    package var path: String
    package var jobs: [Settings]
    /// Where each job begins, for reports on what it lacks.
    package var ranges: [SourceRange]
    /// What is wrong with it. A config that somebody came upon may be none of their business.
    package var faults: [Diagnostic]

    /// The name that is looked for.
    package static let fileName = "typewright.json"
}

/// Reads a config; `nil` after an error was reported: there is no such file, or it is not JSON.
/// Paths in it are relative to its folder.
package func readConfig(_ path: String, sources: SourceMap, into sink: DiagnosticSink) -> Config? {
    let bytes: [UInt8]
    do {
        bytes = try Disk.contents(of: path)
    } catch {
        sink.report(Diagnostic(code: "unreadable-config", severity: .error, message: error.message))
        return nil
    }
    let file = sources.add(path: path, text: bytes)
    guard let root = readJSON(file, limits: ReaderLimits(), into: sink) else { return nil }
    let faults = DiagnosticSink()
    let decoder = ConfigDecoder(reader: SettingReader(folder: Path.folder(of: path)), sink: faults)
    let nodes: [Node]
    switch root.kind {
    case .object: nodes = [root]
    case .array: nodes = Array(root.elements)
    default: nodes = []
    }
    if nodes.isEmpty {
        decoder.report("config-value", "a config is an object, or an array of one object for each document", at: root.range)
    }
    let jobs = nodes.map { decoder.settings(from: $0) }
    return Config(path: path, jobs: jobs, ranges: nodes.map(\.range), faults: faults.diagnostics)
}

/// Decodes by the table of options.
private struct ConfigDecoder {
    let reader: SettingReader
    let sink: DiagnosticSink

    func report(_ code: String, _ message: String, at range: SourceRange?, help: String? = nil) {
        sink.report(Diagnostic(code: code, severity: .error, message: message, range: range, help: help))
    }

    func settings(from node: Node) -> Settings {
        var settings = Settings()
        guard node.kind == .object else {
            report("config-value", "this should be an object of settings, not \(node.kind.words)", at: node.range)
            return settings
        }
        // Editors look for the description of a JSON file under this key.
        for member in node.members where member.key != "$schema" { add(member, below: "", to: &settings) }
        return settings
    }

    /// `below` is the object it stands in: `mock.`.
    private func add(_ member: Node.Member, below path: String, to settings: inout Settings) {
        let key = path + member.key
        guard let option = Option.configurable.first(where: { $0.key == key }) else {
            let isGroup = Option.configurable.contains { $0.key?.hasPrefix(key + ".") == true }
            if isGroup, member.value.kind == .object {
                for inner in member.value.members { add(inner, below: key + ".", to: &settings) }
            } else if isGroup {
                report("config-value", "'\(key)' takes an object of settings, not \(member.value.kind.words)", at: member.value.range)
            } else {
                reportUnknown(key, at: member.keyRange)
            }
            return
        }
        do {
            settings.add(try setting(member.value, for: option), to: option)
        } catch {
            report("config-value", "'\(key)' \(error.message)", at: error.range ?? member.value.range, help: error.help)
        }
    }

    private func reportUnknown(_ key: String, at range: SourceRange) {
        let group = key.split(separator: ".").dropLast().first.map { $0 + "." } ?? ""
        let keys = Option.configurable.compactMap(\.key).filter { group.isEmpty ? !$0.contains(".") : $0.hasPrefix(group) }
        let guess = likelyMatch(to: key, in: keys).map { "did you mean '\($0)'?" }
        report("config-key", "unknown key '\(key)'", at: range, help: guess ?? "the keys are \(listed(keys, "and"))")
    }

    private func setting(_ node: Node, for option: Option) throws(Complaint) -> Setting {
        switch option.kind {
        case .flag:
            guard let value = node.boolean else { throw wrongKind(node, "true or false") }
            return .flag(value)
        case .text, .path, .choice:
            return try reader.setting(try text(node), for: option)
        case .count(_, let allowed):
            guard let count = node.number?.int else {
                throw wrongKind(node, "a number from \(allowed.lowerBound) to \(allowed.upperBound)")
            }
            return try reader.setting(Told(String(count), node.range), for: option)
        case .fraction:
            guard let number = node.number else { throw wrongKind(node, "a number from 0 to 1") }
            return try reader.setting(Told(number.text, node.range), for: option)
        case .choices(let words):
            var list: [Told] = []
            for word in try texts(node) { list.append(try reader.choice(word, of: words)) }
            return .list(list)
        case .words, .paths:
            return try words(node, for: option)
        case .pairs, .pathPairs:
            return try pairs(node, for: option)
        }
    }

    private func words(_ node: Node, for option: Option) throws(Complaint) -> Setting {
        var list: [Told] = []
        for word in try texts(node) {
            if case .list(let one) = try reader.setting(word, for: option) { list += one }
        }
        return .list(list)
    }

    private func pairs(_ node: Node, for option: Option) throws(Complaint) -> Setting {
        guard node.kind == .object else { throw wrongKind(node, "an object of \(option.placeholder ?? "")") }
        var pairs: [(key: Told, value: Told)] = []
        for member in node.members {
            pairs.append(try reader.pair(Told(member.key, member.keyRange), try text(member.value), for: option))
        }
        return .pairs(pairs)
    }

    private func text(_ node: Node) throws(Complaint) -> Told {
        guard let text = node.string else { throw wrongKind(node, "a string") }
        return Told(text, node.range)
    }

    /// One string is as good as an array of one.
    private func texts(_ node: Node) throws(Complaint) -> [Told] {
        if node.kind == .string { return [try text(node)] }
        guard node.kind == .array else { throw wrongKind(node, "a string or an array of strings") }
        var texts: [Told] = []
        for element in node.elements { texts.append(try text(element)) }
        return texts
    }

    private func wrongKind(_ node: Node, _ wanted: String) -> Complaint {
        Complaint("takes \(wanted), not \(node.kind.words)", range: node.range)
    }
}

extension Node.Kind {
    fileprivate var words: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
