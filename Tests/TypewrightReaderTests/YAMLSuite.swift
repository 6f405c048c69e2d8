import TypewrightReader
import TypewrightSource
import TypewrightTestSupport

/// A case of the YAML test suite.
struct YAMLCase: Sendable {
    /// The file's name, and the number of the case where the file has several.
    var id: String
    var text: [UInt8]
    var fails: Bool
    /// The lines of the event tree.
    var tree: [String]?
    var json: String?
}

enum YAMLSuite {
    static let folder = "suites/yaml/src"

    static func cases() -> [YAMLCase] {
        SharedData.texts(folder, endings: [".yaml"]).flatMap { path, text in cases(in: text, name: String(path.dropLast(5))) }
    }

    private static func cases(in text: [UInt8], name: String) -> [YAMLCase] {
        guard let list = reading(text, path: name).node, list.kind == .array else { return [] }
        var cases: [YAMLCase] = []
        for (number, node) in list.elements.enumerated() {
            guard let yaml = node["yaml"]?.string else { continue }
            var item = YAMLCase(
                id: list.elements.count > 1 ? "\(name)-\(number)" : name, text: Array(shown(yaml).utf8),
                fails: node["fail"]?.boolean == true,
                tree: node["tree"]?.string.map(lines), json: node["json"]?.string.map(shown)
            )
            // A further case without an outcome has that of the one before.
            if item.tree == nil, !item.fails, let last = cases.last {
                item.tree = last.tree
                item.json = last.json
            }
            cases.append(item)
        }
        return cases
    }

    private static func lines(_ tree: String) -> [String] {
        shown(tree).split(separator: "\n").map { String($0.drop { $0 == " " }) }
    }

    /// Puts in the whitespace that the suite shows by signs.
    private static func shown(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "␣": shown += " "
            case "—", "↵": break
            case "»": shown += "\t"
            case "⇔": shown += "\u{FEFF}"
            case "←": shown += "\r"
            case "∎": return shown
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}

/// A value for comparing: numbers by what they mean, members in any order.
indirect enum Value: Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([Value])
    case object([String: Value])

    init(_ node: Node) {
        switch node.kind {
        case .null: self = .null
        case .boolean: self = .boolean(node.boolean == true)
        case .number: self = .number(node.number?.double ?? .nan)
        case .string: self = .string(node.string ?? "")
        case .array: self = .array(node.elements.map(Value.init))
        case .object:
            var members: [String: Value] = [:]
            for member in node.members { members[member.key] = Value(member.value) }
            self = .object(members)
        }
    }
}

/// The values of JSON texts that stand one after the other, each beginning on its own line.
func jsonValues(_ text: String) -> [Value]? {
    var values: [Value] = []
    var open = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        open += line + "\n"
        if let node = reading(open, as: .json).node {
            values.append(Value(node))
            open = ""
        }
    }
    return open.allSatisfy(\.isWhitespace) ? values : nil
}
