/// What a schema's keywords mean: the draft, and which groups of keywords are in force.
/// Decoding has already acted on nearly all of it; see `Schema`.
package struct Dialect: Hashable, Sendable {
    package var draft: Draft
    /// `false` where `$vocabulary` leaves out the validation vocabulary: its keywords are then not decoded.
    package var hasValidation = true
    package var hasApplicators = true
    package var hasUnevaluated = true
    /// `format` is an assertion by the metaschema's vocabulary, whatever the options say.
    package var formatAsserts = false

    package init(_ draft: Draft) {
        self.draft = draft
    }

    package enum Draft: String, Hashable, Sendable, Comparable {
        case draft4 = "draft-04"
        /// The dialect of OpenAPI 3.0: draft-04 in the main, without `$id` and `definitions`.
        case openAPI30 = "OpenAPI 3.0"
        case draft6 = "draft-06"
        case draft7 = "draft-07"
        case draft2019 = "2019-09"
        /// Also the dialect of OpenAPI 3.1 and later.
        case draft2020 = "2020-12"

        private var order: Int {
            switch self {
            case .draft4: 0
            case .openAPI30: 1
            case .draft6: 2
            case .draft7: 3
            case .draft2019: 4
            case .draft2020: 5
            }
        }

        package static func < (a: Draft, b: Draft) -> Bool { a.order < b.order }
    }
}
