import TypewrightLowering
import TypewrightModel
import TypewrightSource

extension JobMaker {
    /// `cursor parameter:after next:/next items:/data`: a style, and then what it needs to know.
    func paginationRule(_ operation: Told, _ how: Told) -> LoweringOptions.PaginationRule? {
        let words = how.text.split(separator: " ").map(String.init)
        let styles = Pagination.Style.allCases.map(\.rawValue)
        guard let style = words.first.flatMap({ Pagination.Style(rawValue: $0) }) else {
            let guess = likelyMatch(to: words.first ?? "", in: styles).map { "did you mean '\($0)'?" }
            report("config-value", "'\(how.text)' is no pagination", at: how.range, help: guess ?? "it begins with \(listed(styles))")
            return nil
        }
        var pagination = Pagination(style: style)
        for word in words.dropFirst() {
            let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count) {
            case ("parameter", 2): pagination.parameter = parts[1]
            case ("next", 2): pagination.next = parts[1]
            case ("more", 2): pagination.more = parts[1]
            case ("items", 2): pagination.items = parts[1]
            default:
                let guess = likelyMatch(to: parts.first ?? "", in: ["parameter", "next", "more", "items"]).map { "did you mean '\($0):'?" }
                report(
                    "config-value", "'\(word)' says nothing of a pagination", at: how.range,
                    help: guess ?? "after the style stand parameter:NAME, next:POINTER, more:POINTER and items:POINTER")
                return nil
            }
        }
        return LoweringOptions.PaginationRule(operation: operation.text, pagination: pagination, range: operation.range)
    }
}
