import TypewrightReader
import TypewrightSource

/// Turns located nodes into schemas and OpenAPI objects. Schemas are reserved when something names
/// them and decoded from a queue, so neither cycles nor depth are anything special.
final class SpecDecoder {
    let documents: DocumentSet
    let faults: Faults
    /// What the root document is; files that it refers to are read the same way.
    let version: OpenAPI.Version?

    var schemas: [Schema?] = []
    private var reserved: [Node.Identity: SchemaID] = [:]
    /// Reserved and not yet decoded: a place in the arena and where the schema stands.
    private var queue: [(id: SchemaID, located: Located)] = []
    private var nextInQueue = 0
    /// Schemas of other documents that references lead to, in the order they were met.
    var namedElsewhere: [Spec.NamedSchema] = []
    /// Where each operation ID was first used.
    var operationIDs: [String: SourceRange] = [:]
    var securitySchemeNames: Set<String> = []

    /// Where references lead that others lead to, nil where that is nowhere; see `end(of:)`.
    var chainEnds: [Node.Identity: Dereferenced?] = [:]

    // Components are referred to from many operations.
    var decodedParameters: [Node.Identity: OpenAPI.Parameter] = [:]
    var decodedHeaders: [Node.Identity: OpenAPI.Header] = [:]
    var decodedBodies: [Node.Identity: OpenAPI.RequestBody] = [:]
    var decodedResponses: [Node.Identity: OpenAPI.Response] = [:]

    init(documents: DocumentSet, version: OpenAPI.Version?) {
        self.documents = documents
        self.version = version
        faults = documents.faults
    }

    /// The ID of the schema at that node; it is decoded later if it was not before.
    func schema(_ node: Node, at place: Place, in parent: Located) -> SchemaID {
        let document = parent.document
        var resource = parent.resource
        if !document.embedded.isEmpty, let own = document.embedded[node.identity] { resource = own }
        return schema(Located(node: node, place: place, document: document, resource: resource))
    }

    func schema(_ located: Located) -> SchemaID {
        let id = SchemaID(schemas.count)
        // Nearly all are new, so they are not asked for first.
        if let known = reserved.updateValue(id, forKey: located.node.identity) {
            reserved[located.node.identity] = known
            return known
        }
        schemas.append(nil)
        queue.append((id, located))
        return id
    }

    /// A schema that the document does not have.
    func synthesize(_ draft: SchemaDraft, at located: Located) -> SchemaID {
        let id = SchemaID(schemas.count)
        schemas.append(Schema(id: id, at: located, draft: draft, integersAreLexical: false))
        return id
    }

    /// Decodes all that is reserved, and what that reserves in turn.
    func decodeReserved() {
        while nextInQueue < queue.count {
            let (id, located) = queue[nextInQueue]
            nextInQueue += 1
            enter(located.resource)
            schemas[id.index] = decode(located, as: id)
        }
    }

    func finish(kind: Spec.Kind, named: [Spec.NamedSchema], description: OpenAPI.Description) -> Spec {
        let entry = reserveEntry()
        decodeReserved()
        cutReferenceLoops()
        let schemas = schemas.compactMap { $0 }
        return Spec(
            kind: kind, schemas: schemas, resources: documents.resources.map(\.resource), namedSchemas: named + namedElsewhere,
            selfContaining: SelfContainment.find(in: schemas), entry: entry, api: description
        )
    }

    private func reserveEntry() -> SchemaID? {
        guard let entry = documents.options.entry, let root = documents.documents.first else { return nil }
        guard let id = target(of: entry.reference, at: entry.range, from: root.resource) else { return nil }
        let node = queue.last { $0.id == id }?.located.node
        // Whoever names a place by hand may miss it by a step: `#/paths` would accept everything.
        if let node, !node.members.isEmpty, !node.members.contains(where: { Keyword($0.key) != nil }) {
            let message = "`\(entry.reference)` leads to what is no schema: no keyword of JSON Schema is there."
            faults.warning("not-a-schema", message, at: entry.range, notes: [("it leads here", node.range)])
            return nil
        }
        return id
    }

    /// Whatever a dynamic reference may lead to has to be in the arena once the resource is in use.
    private func enter(_ resource: ResourceID) {
        guard !documents[resource].isEntered else { return }
        documents[resource].isEntered = true
        for anchor in documents[resource].dynamicAnchors {
            let id = schema(anchor.target)
            documents[resource].resource.dynamicAnchors[anchor.name] = id
        }
    }

    /// The schema that a reference leads to; reported where it leads nowhere.
    func target(of text: String, at range: SourceRange, from resource: ResourceID) -> SchemaID? {
        switch resolved(text, from: resource) {
        case .success(let id): return id
        case .failure(let fault):
            report(fault, at: range)
            return nil
        }
    }

    private func resolved(_ text: String, from resource: ResourceID) -> Result<SchemaID, ReferenceFault> {
        if let known = documents[resource].resolved[text] { return known }
        let found = resolve(text, from: resource)
        documents[resource].resolved[text] = found
        return found
    }

    private func resolve(_ text: String, from resource: ResourceID) -> Result<SchemaID, ReferenceFault> {
        do throws(ReferenceFault) {
            return .success(try reserve(documents.resolve(text, from: resource), namedBy: text))
        } catch {
            return .failure(error)
        }
    }

    private func reserve(_ located: Located, namedBy text: String) throws(ReferenceFault) -> SchemaID {
        let isSchema = located.node.kind == .object || located.node.kind == .boolean
        guard isSchema && !located.isOtherComponent else {
            throw ReferenceFault(code: "not-a-schema", message: "`\(text)` leads to \(located.place.location), which is no schema.")
        }
        guard reserved[located.node.identity] == nil else { return schema(located) }
        var located = located
        // A place that no keyword leads to may still have identifiers of its own.
        if located.document.mentionsIdentifiers {
            documents.index(located, isRoot: false)
            if let own = located.document.embedded[located.node.identity] {
                located = Located(node: located.node, place: located.place, document: located.document, resource: own)
            }
        }
        let id = schema(located)
        nameElsewhere(located, id: id)
        return id
    }

    func report(_ fault: ReferenceFault, at range: SourceRange) {
        // Somebody asked for what is there: without it what comes out would depend on the network.
        if fault.code == "unfetched-url" { return faults.error(fault.code, fault.message, at: range, help: fault.help) }
        faults.warning(fault.code, fault.message, at: range, help: fault.help)
    }
}
