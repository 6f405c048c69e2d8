import TypewrightDriver
import TypewrightMock
import TypewrightSource
import TypewrightSpec

/// What was told of a mock, as the mock wants it.
struct MockSettings {
    private(set) var options = MockOptions()

    init(_ settings: Settings, _ spec: Spec) throws(Complaint) {
        options.isStateful = settings.isOn(.stateful)
        options.isDynamic = settings.isOn(.dynamic)
        options.assertsFormats = settings.isOn(.assertFormats)
        if let seed = settings.count(.seed) { options.seed = UInt64(seed) }
        if let chaos = settings.fraction(.chaos) { options.chaos = chaos }
        if let text = settings.single(.rateLimit)?.text {
            guard let limit = RateLimit(text) else { throw Complaint("'\(text)' is no rate", help: "write 5/s, 100/m or 1000/h") }
            options.rateLimit = limit
        }
        for (path, how) in settings.pairs(.resources) { options.resources.append(try MockSettings.rule(path.text, how.text, spec)) }
    }

    private static let words = ["off", "id", "list", "item", "create", "path"]

    private static func rule(_ path: String, _ how: String, _ spec: Spec) throws(Complaint) -> ResourceRule {
        var rule = ResourceRule(collection: path)
        for word in how.split(separator: " ").map(String.init) {
            let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count) {
            case ("off", 1): rule.isOff = true
            case ("id", 2): rule.id = parts[1]
            case ("list", 2): rule.list = names(parts[1])
            case ("item", 2): rule.item = names(parts[1])
            case ("create", 2): rule.create = try known(parts[1], spec)
            case ("path", 2): rule.path = try known(parts[1], spec)
            default:
                let guess = closestMatch(to: parts.first ?? "", in: words).map { "did you mean '\($0)'?" }
                throw Complaint("'\(word)' says nothing of the resource '\(path)'", help: guess ?? "it is off, or id:, list:, item:, create: or path:")
            }
        }
        let isKnown = spec.api.paths.contains { $0.path == path || $0.path.hasPrefix(path + "/{") }
        if !isKnown, rule.create == nil, rule.path == nil { _ = try known(path, spec) }
        return rule
    }

    /// `/data/items`, or `/` for the whole.
    private static func names(_ pointer: String) -> [String] { pointer.split(separator: "/").map(String.init) }

    private static func known(_ path: String, _ spec: Spec) throws(Complaint) -> String {
        let paths = spec.api.paths.map(\.path)
        if paths.contains(path) { return path }
        throw Complaint("the document has no path '\(path)'", help: closestMatch(to: path, in: paths).map { "did you mean '\($0)'?" })
    }
}
