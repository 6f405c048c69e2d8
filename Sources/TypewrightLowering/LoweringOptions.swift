import TypewrightSource

/// What the user decides about how the document is understood.
package struct LoweringOptions: Sendable {
    /// `format` is an assertion for validation, instead of an annotation.
    package var assertsFormats = false
    /// Formats that stay plain strings: `date-time`.
    package var plainFormats: Set<String> = []
    package var include: [Filter] = []
    package var exclude: [Filter] = []

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
