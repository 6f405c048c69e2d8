import TypewrightSource

/// What the user decides about the Swift that comes out.
package struct EmissionOptions: Sendable {
    package var access = Access.public
    package var layout = Layout.filePerType
    package var emitsClient = true
    package var emitsValidators = true
    /// What the types conform to beside `Sendable` and what the runtime needs.
    package var conformances = Conformance.allCases
    /// Objects keep the properties that the document does not list, and write them back.
    package var keepsUnknownProperties = false
    /// The prefix of the environment variables that a client reads: `REVOX` gives `REVOX_API_KEY`.
    package var environmentPrefix: String?
    package var typeOverrides: [TypeOverride] = []
    /// Modules that overriding types come from.
    package var imports: [String] = []

    package enum Access: String, Sendable, CaseIterable { case `public`, package, `internal` }

    /// Both come from the runtime, but what the compiler makes for each type is a tenth of its work.
    package enum Conformance: String, Sendable, CaseIterable { case hashable = "Hashable", codable = "Codable" }

    package enum Layout: Sendable, Equatable {
        /// A file for each type, to be committed and read.
        case filePerType
        /// A fixed number of files, so that a build plugin can name them without reading the document.
        case shards(Int)
    }

    /// The user's Swift type for what stands at a location of the document.
    package struct TypeOverride: Sendable {
        package var location: String
        package var type: String
        package var range: SourceRange?

        package init(location: String, type: String, range: SourceRange? = nil) {
            self.location = location
            self.type = type
            self.range = range
        }
    }

    package init() {}
}

/// A file of Swift, its path relative to the output folder and with `/` between names.
package struct GeneratedFile: Sendable, Equatable {
    package var path: String
    package var contents: [UInt8]

    package init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }
}
