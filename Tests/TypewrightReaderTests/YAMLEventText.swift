@testable import TypewrightReader
import TypewrightSource

/// The events of a YAML text, one per line, in the notation of YAML's test suite; `nil` when it is no YAML.
func yamlEvents(of file: SourceFile, limits: ReaderLimits) -> [String]? {
    var parser = YAMLParser(file, limits: limits)
    do throws(ReadFault) {
        if let fault = TextCheck.fault(parser.text, file.text.count) { throw fault }
        try parser.parseStream()
    } catch {
        return nil
    }
    var lines = ["+STR"]
    for index in 0..<parser.events.count { lines.append(parser.line(of: parser.events.base[index])) }
    lines.append("-STR")
    return lines
}

extension YAMLParser {
    fileprivate func line(of event: YAMLEvent) -> String {
        let isFlow = event.style == .flow
        let said = string(from: Int(event.first), to: Int(event.first + event.count))
        switch event.kind {
        case .documentStart: return event.style == .explicit ? "+DOC ---" : "+DOC"
        case .documentEnd: return event.style == .explicit ? "-DOC ..." : "-DOC"
        case .sequenceStart: return (isFlow ? "+SEQ []" : "+SEQ") + propertiesText(of: event)
        case .mappingStart: return (isFlow ? "+MAP {}" : "+MAP") + propertiesText(of: event)
        case .sequenceEnd: return "-SEQ"
        case .mappingEnd: return "-MAP"
        case .alias: return "=ALI *\(said)"
        case .scalar: return "=VAL\(propertiesText(of: event)) \(mark(of: event.style))\(escaped(said))"
        }
    }

    private func propertiesText(of event: YAMLEvent) -> String {
        guard event.properties > 0 else { return "" }
        let own = properties[Int(event.properties) - 1]
        let anchor = own.hasAnchor ? " &" + string(from: own.anchorStart, to: own.anchorEnd) : ""
        return anchor + (own.hasTag ? " <\(own.tag)>" : "")
    }

    private func mark(of style: YAMLEvent.Style) -> String {
        switch style {
        case .singleQuoted: "'"
        case .doubleQuoted: "\""
        case .literal: "|"
        case .folded: ">"
        case .plain, .block, .flow, .explicit: ":"
        }
    }

    private func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case "\u{8}": escaped += "\\b"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
