import TypewrightReader
import TypewrightSource

/// One file, read. Documents are kept by the URI they were retrieved from: a path relative to the
/// root document's folder, or an absolute URL.
final class Document {
    let uri: String
    let file: SourceFile
    let root: Node
    let place: Place
    /// The resource of the whole document.
    var resource = ResourceID(0)
    /// Resources inside the document that have an identifier of their own, by the node where they begin.
    var embedded: [Node.Identity: ResourceID] = [:]
    /// Nodes that were searched for identifiers.
    var indexed: Set<Node.Identity> = []
    /// Whether the text says anywhere that something has an identifier, an anchor or a dialect.
    let mentionsIdentifiers: Bool

    init(uri: String, file: SourceFile, root: Node, place: Place, mentionsIdentifiers: Bool) {
        self.uri = uri
        self.file = file
        self.root = root
        self.place = place
        self.mentionsIdentifiers = mentionsIdentifiers
    }
}

/// Something in a document, and the resource that holds there.
struct Located {
    let node: Node
    let place: Place
    let document: Document
    let resource: ResourceID
}

/// A resource while decoding: where it begins, and what its anchors name.
struct OpenResource {
    var resource: Resource
    let root: Located
    /// For a part with a dialect but no name of its own: the resource that references start from.
    var enclosing: ResourceID?
    var anchors: [String: Located] = [:]
    var dynamicAnchors: [(name: String, target: Located)] = []
    /// Targets of references that were resolved from here, by their text.
    var resolved: [String: Result<SchemaID, ReferenceFault>] = [:]
    /// The same of references to what is no schema.
    var located: [String: Located] = [:]
    /// Whether the schemas of the dynamic anchors were reserved.
    var isEntered = false
}
