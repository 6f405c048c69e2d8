/// The metaschemas of the drafts, so that references to them need no network.
enum Metaschemas {
    /// By the address without its empty fragment.
    static func text(of url: String) -> String? {
        var name = Substring(url)
        if name.hasPrefix("https://") { name = name.dropFirst(8) } else if name.hasPrefix("http://") { name = name.dropFirst(7) }
        guard name.hasPrefix("json-schema.org/") else { return nil }
        switch name.dropFirst("json-schema.org/".utf8.count) {
        case "draft-04/schema": return draft4
        case "draft-06/schema": return draft6
        case "draft-07/schema": return draft7
        case "draft/2019-09/schema": return draft2019
        case "draft/2019-09/meta/core": return draft2019Core
        case "draft/2019-09/meta/applicator": return draft2019Applicator
        case "draft/2019-09/meta/validation": return draft2019Validation
        case "draft/2019-09/meta/meta-data": return draft2019Metadata
        case "draft/2019-09/meta/format": return draft2019Format
        case "draft/2019-09/meta/content": return draft2019Content
        case "draft/2020-12/schema": return draft2020
        case "draft/2020-12/meta/core": return draft2020Core
        case "draft/2020-12/meta/applicator": return draft2020Applicator
        case "draft/2020-12/meta/unevaluated": return draft2020Unevaluated
        case "draft/2020-12/meta/validation": return draft2020Validation
        case "draft/2020-12/meta/meta-data": return draft2020Metadata
        case "draft/2020-12/meta/format-annotation": return draft2020FormatAnnotation
        case "draft/2020-12/meta/format-assertion": return draft2020FormatAssertion
        case "draft/2020-12/meta/content": return draft2020Content
        default: return nil
        }
    }
}
