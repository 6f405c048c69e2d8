import TypewrightModel
import TypewrightSource

/// What the user decides about how the document is understood.
package struct LoweringOptions: Sendable {
    /// `format` is an assertion for validation, instead of an annotation.
    package var assertsFormats = false
    /// Formats that stay plain strings: `date-time`.
    package var plainFormats: Set<String> = []
    package var include: [Filter] = []
    package var exclude: [Filter] = []
    package var pagination: [PaginationRule] = []

    /// How the pages of an operation, by its ID, follow each other.
    package struct PaginationRule: Sendable {
        package var operation: String
        package var pagination: Pagination
        package var range: SourceRange?

        package init(operation: String, pagination: Pagination, range: SourceRange? = nil) {
            self.operation = operation
            self.pagination = pagination
            self.range = range
        }
    }

    /// What comes out, where not all of a document is wanted. What a chosen thing needs comes along.
    package struct Filter: Sendable {
        package var kind: Kind
        /// `*` stands for any characters.
        package var pattern: String
        package var range: SourceRange?

        package enum Kind: String, Sendable, CaseIterable { case tag, path, operation, schema }

        package init(kind: Kind, pattern: String, range: SourceRange? = nil) {
            self.kind = kind
            self.pattern = pattern
            self.range = range
        }
    }

    package init() {}
}
