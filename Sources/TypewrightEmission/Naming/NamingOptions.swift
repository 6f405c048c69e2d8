import TypewrightSource

package struct NamingOptions: Sendable {
    package var clientName: String?
    package var initialisms: [String] = []
    package var plainWords: [String] = []
    package var renames: [Rename] = []

    /// The user's name for what stands at a location of the document.
    package struct Rename: Sendable {
        package var location: String
        package var name: String
        package var range: SourceRange?

        package init(location: String, name: String, range: SourceRange? = nil) {
            self.location = location
            self.name = name
            self.range = range
        }
    }

    package init() {}
}
