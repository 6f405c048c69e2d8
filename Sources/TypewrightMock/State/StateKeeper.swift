import TypewrightSpec

/// Answers from what earlier requests have left behind.
struct StateKeeper {
    let view: SchemaView
    let samples: Samples
    let resources: ResourceMap
    let seed: UInt64
    private(set) var store = Store()

    /// What is known of a request that was found good.
    struct Call {
        let request: ServerRequest
        let match: Router.Match
        /// Decoded.
        let query: [String: JSON]
        let body: JSON?
    }

    enum Outcome {
        /// Nothing that is kept here: answer as ever.
        case elsewhere
        case answer(ServerAnswer)
        case problem(Problem)
    }

    init(view: SchemaView, samples: Samples, resources: ResourceMap, seed: UInt64) {
        self.view = view
        self.samples = samples
        self.resources = resources
        self.seed = seed
    }

    mutating func reset() { store.removeAll() }

    mutating func answer(_ call: Call, _ maker: AnswerMaker) -> Outcome {
        let operation = call.match.operation
        if let problem = missingParent(call) { return .problem(problem) }
        guard let (resource, role) = resources.role(of: operation) else { return .elsewhere }
        switch role {
        case .create(let path, let schema): return create(call, resource, path, schema, maker)
        case .list(let path, let items): return list(call, resource, path, items, maker)
        case .read(let path, let schema), .action(let path, let schema):
            return existing(call, resource) { item, _ in show(item, path, schema, maker) }
        case .update(let path, let schema): return update(call, resource, path, schema, maker)
        case .replace(let path, let schema): return replace(call, resource, path, schema, maker)
        case .delete(let path, let schema): return delete(call, resource, path, schema, maker)
        }
    }

    // MARK: - Places

    private func values(_ call: Call) -> [String] { call.match.parameters.map { Percent.decoded($0.value) } }

    /// The collection, and the id where the path has one.
    private func place(_ call: Call, _ resource: ResourceKind) -> (place: Store.Place, id: String) {
        let values = values(call)
        let around = PathTemplate(resource.collection).segments.reduce(0) { count, segment in
            count + segment.pieces.reduce(0) { if case .parameter = $1 { $0 + 1 } else { $0 } }
        }
        return (Store.Place(collection: resource.collection, parameters: Array(values.prefix(around))), around < values.count ? values[around] : "")
    }

    /// `/teams/9/players` is nothing where there is no team 9.
    private func missingParent(_ call: Call) -> Problem? {
        for (_, resource) in resources.parents(of: call.match.operation.path) {
            let (place, id) = place(call, resource)
            if store.item(id, at: place) == nil { return StateKeeper.missing(resource, id) }
        }
        return nil
    }

    private static func missing(_ resource: ResourceKind, _ id: String) -> Problem {
        Problem(status: 404, detail: "There is no \(resource.noun) '\(id)'")
    }

    private func existing(_ call: Call, _ resource: ResourceKind, _ body: (Store.Item, Store.Place) -> Outcome) -> Outcome {
        let (place, id) = place(call, resource)
        guard let item = store.item(id, at: place) else { return .problem(StateKeeper.missing(resource, id)) }
        return body(item, place)
    }

    private func shaper(_ call: Call, _ resource: ResourceKind) -> Shaper {
        Shaper(view: view, samples: samples, seed: Seed.of(seed, resource.collection), now: call.request.receivedAt)
    }

    // MARK: - What operations do

    private mutating func create(_ call: Call, _ resource: ResourceKind, _ path: [String], _ schema: SchemaID?, _ maker: AnswerMaker) -> Outcome {
        let (place, _) = place(call, resource)
        let sent = unwrapped(call.body, path)
        let id = freshID(sent, resource, place)
        guard let text = id.plain else { return .elsewhere }
        if store.item(text, at: place) != nil {
            return .problem(Problem(status: 409, detail: "There is a \(resource.noun) '\(text)' already"))
        }
        let value = shaper(call, resource).created(sent, resource, id: id)
        let item = Store.Item(id: text, value: value)
        store.put(item, at: place)
        var outcome = show(item, path, schema, maker)
        if case .answer(var answer) = outcome {
            for index in answer.headers.indices where answer.headers[index].name.lowercased() == "location" {
                answer.headers[index].value = call.request.path + "/" + Percent.encoded(text)
            }
            outcome = .answer(answer)
        }
        return outcome
    }

    /// A request may have the envelope that the answer has.
    private func unwrapped(_ body: JSON?, _ path: [String]) -> JSON {
        guard let body else { return .object([]) }
        if let first = path.first, body.members.count == 1, body.members[0].name == first, let inner = body[path: path[...]], case .object = inner { return inner }
        return body
    }

    private mutating func update(_ call: Call, _ resource: ResourceKind, _ path: [String], _ schema: SchemaID?, _ maker: AnswerMaker) -> Outcome {
        let (place, id) = place(call, resource)
        guard let item = store.item(id, at: place) else { return .problem(StateKeeper.missing(resource, id)) }
        let type = call.request.headers["Content-Type"].flatMap { MediaName($0) }?.essence
        var value: JSON
        if type == "application/json-patch+json" {
            do throws(JSONPatch.Failure) {
                value = try JSONPatch.apply(call.body ?? .array([]), to: item.value)
            } catch {
                return .problem(Problem(status: 409, detail: "The patch cannot be applied: \(error.reason)"))
            }
        } else {
            let sent = unwrapped(call.body, path)
            value = Shaper.merged(item.value, with: sent, isMergePatch: type == "application/merge-patch+json")
        }
        // A thing keeps its name.
        if let own = item.value[resource.id] { value[resource.id] = own }
        let changed = Store.Item(id: id, value: shaper(call, resource).touched(value, resource))
        store.put(changed, at: place)
        return show(changed, path, schema, maker)
    }

    private mutating func replace(_ call: Call, _ resource: ResourceKind, _ path: [String], _ schema: SchemaID?, _ maker: AnswerMaker) -> Outcome {
        let (place, id) = place(call, resource)
        let old = store.item(id, at: place)?.value
        if old == nil, resources.isCreatedByPost(resource) { return .problem(StateKeeper.missing(resource, id)) }
        let shaper = shaper(call, resource)
        let sent = unwrapped(call.body, path)
        let named = old?[resource.id] ?? ScalarText(view: view).value(id, view.property(resource.id, [resource.schema]))
        var value = shaper.created(sent, resource, id: named)
        // What only the server writes stays.
        for member in old?.members ?? [] where sent[member.name] == nil {
            let property = view.property(member.name, [resource.schema])
            if view.isReadOnly(property) || Shaper.isOfCreation(member.name) { value[member.name] = member.value }
        }
        let item = Store.Item(id: id, value: shaper.touched(value, resource))
        store.put(item, at: place)
        return show(item, path, schema, maker)
    }

    private mutating func delete(_ call: Call, _ resource: ResourceKind, _ path: [String], _ schema: SchemaID?, _ maker: AnswerMaker) -> Outcome {
        let (place, id) = place(call, resource)
        guard let item = store.item(id, at: place) else { return .problem(StateKeeper.missing(resource, id)) }
        store.remove(id, at: place)
        // Only what is the whole of it shows what was there; others have a word of their own for it.
        if let schema, view.target(schema) == view.target(resource.schema) { return show(item, path, schema, maker) }
        guard var json = maker.json(), case .object = json, let media = maker.choice.media?.schema else { return .elsewhere }
        if json["deleted"] != nil { json["deleted"] = true }
        if json[resource.id] != nil, let own = item.value[resource.id] { json[resource.id] = own }
        return samples.isValid(json, media) ? .answer(maker.answer(with: json)) : .elsewhere
    }

    private func list(_ call: Call, _ resource: ResourceKind, _ path: [String], _ schema: SchemaID, _ maker: AnswerMaker) -> Outcome {
        let (place, _) = place(call, resource)
        let paging = Paging(operation: call.match.operation, view: view, query: call.query)
        let page = paging.page(of: store.items(at: place))
        let shown = JSON.array(page.items.map { look($0, as: schema) })
        guard !path.isEmpty else {
            var answer = maker.answer(with: shown)
            answer.headers.removeAll { $0.name.lowercased() == "link" }
            if let link = paging.link(page, path: call.request.path) { answer.headers.append((name: "Link", value: link)) }
            return .answer(answer)
        }
        guard var envelope = maker.json() else { return .elsewhere }
        if envelope[path: path[...]] == nil { envelope = StateKeeper.withObjects(along: path, in: envelope) }
        envelope[path: path[...]] = shown
        let described = paging.describe(page, in: envelope, at: path, path: call.request.path)
        return .answer(maker.answer(with: fitting(described, envelope, maker.choice.media?.schema)))
    }

    /// What is said of pages counts only as far as the schema takes it.
    private func fitting(_ described: JSON, _ envelope: JSON, _ schema: SchemaID?) -> JSON {
        guard described != envelope, let schema, !samples.isValid(described, schema) else { return described }
        var result = envelope
        for member in described.members {
            let before = result
            result[member.name] = member.value
            if samples.isValid(result, schema) { continue }
            result = before
            // An optional member may simply be gone: there is no next page.
            if member.value.isNull, !view.isRequired(member.name, [schema]) { result[member.name] = nil }
        }
        return result
    }

    private static func withObjects(along path: [String], in envelope: JSON) -> JSON {
        guard let first = path.first else { return .array([]) }
        var result = envelope
        if case .object = result {} else { result = .object([]) }
        result[first] = withObjects(along: Array(path.dropFirst()), in: result[first] ?? .object([]))
        return result
    }

    // MARK: - Answers

    /// The item in the envelope of the answer. An answer that has no room for it is left to others.
    private func show(_ item: Store.Item, _ path: [String], _ schema: SchemaID?, _ maker: AnswerMaker) -> Outcome {
        guard maker.choice.media != nil else { return .answer(maker.answer(with: .null)) }
        guard let schema else { return .elsewhere }
        let shown = look(item, as: schema)
        guard !path.isEmpty else { return .answer(maker.answer(with: shown)) }
        guard var envelope = maker.json() else { return .elsewhere }
        if envelope[path: path[...]] == nil { envelope = StateKeeper.withObjects(along: path, in: envelope) }
        envelope[path: path[...]] = shown
        return .answer(maker.answer(with: envelope))
    }

    private func look(_ item: Store.Item, as schema: SchemaID) -> JSON {
        item.looks.look(as: schema) {
            Shaper(view: view, samples: samples, seed: Seed.of(seed, item.id), now: Moment(seconds: 0)).shown(item.value, schema)
        }
    }

    /// The id that was sent, where the document lets clients choose it; else a new one of the right kind.
    private mutating func freshID(_ sent: JSON, _ resource: ResourceKind, _ place: Store.Place) -> JSON {
        let property = view.property(resource.id, [resource.schema])
        if let own = sent[resource.id], own.plain != nil, !view.isReadOnly(property) { return own }
        let types = view.types(property)
        for _ in 0..<100 {
            let number = store.count(for: resource.collection)
            let id = types.contains(.string) || !types.contains(.integer) && !types.contains(.number)
                ? textID(property, resource, number) : .number(String(number))
            if let text = id.plain, store.item(text, at: place) == nil { return id }
        }
        return .null
    }

    private func textID(_ property: [SchemaID], _ resource: ResourceKind, _ number: Int) -> JSON {
        let seed = Seed.of(self.seed, resource.collection, "id", String(number))
        let parts = property.flatMap { view.parts($0) }
        let isFree = parts.allSatisfy { $0.format == nil && $0.string == nil && $0.enumeration == nil && $0.constant == nil }
        if !isFree, let schema = property.first, let made = samples.json(schema, seed: seed, isVaried: true), made.plain != nil { return made }
        var digits: [UInt8] = []
        var rest = seed
        for _ in 0..<12 {
            digits.append(hexDigits[Int(rest & 15)])
            rest >>= 4
        }
        return .string(resource.noun.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } + "_" + String(decoding: digits, as: UTF8.self))
    }
}
