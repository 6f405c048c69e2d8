import Foundation
import TypewrightReader
import TypewrightSource
import TypewrightTestSupport

@testable import TypewrightLowering

/// How many of each thing there are.
struct Tally: Equatable, CustomStringConvertible {
    enum Kind: String, CaseIterable {
        case operations, callbacks, webhooks, parameters, bodies, contents, responses, headers, servers, schemes
        case schemas, properties, values, branches
    }

    private var counts: [Kind: Int] = [:]

    subscript(_ kind: Kind) -> Int {
        get { counts[kind] ?? 0 }
        set { counts[kind] = newValue == 0 ? nil : newValue }
    }

    var description: String {
        Kind.allCases.compactMap { self[$0] == 0 ? nil : "\(self[$0]) \($0.rawValue)" }.joined(separator: ", ")
    }
}

/// What a document says, counted on its nodes alone: no room between them and the model has a part in it.
final class DocumentCount {
    private(set) var tally = Tally()
    private let folder: URL
    private let root: String
    private let sources = SourceMap()
    private let sink = DiagnosticSink()
    private var roots: [String: Node] = [:]
    private var seen: Set<Node.Identity> = []
    /// Whether what stands beside a `$ref` is to be read: not before OpenAPI 3.1 and draft 2019-09.
    private var readsBeside = true

    private struct Located {
        var node: Node
        var file: String
    }

    init(folder: URL, file: String) {
        self.folder = folder
        self.root = file
        guard let node = load(file) else { return }
        let root = Located(node: node, file: file)
        readsBeside = root.node["openapi"]?.string.map { !$0.hasPrefix("3.0") } ?? false
        if root.node["openapi"] == nil {
            tally[.schemas] = 1 + (root.node["definitions"]?.members.count ?? 0)
            schema(root)
            return
        }
        tally[.servers] += root.node["servers"]?.elements.count ?? 0
        for (path, item) in members(root, "paths") { operations(item, .operations, path: path) }
        for (_, item) in members(root, "webhooks") + members(root, "x-webhooks") { operations(item, .webhooks) }
        guard let components = member(root, "components") else { return }
        tally[.schemes] = members(components, "securitySchemes").count
        for (_, named) in members(components, "schemas") {
            tally[.schemas] += 1
            schema(named)
        }
    }

    // MARK: Files and references

    private func load(_ file: String) -> Node? {
        if let known = roots[file] { return known }
        guard let text = FolderFiles(folder: folder).contents(of: file) else { return nil }
        roots[file] = readDocument(sources.add(path: file, text: text), limits: ReaderLimits(), into: sink)
        return roots[file]
    }

    /// What the reference leads to; `nil` where that is nowhere.
    private func target(_ reference: String, from file: String) -> Located? {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var path = file
        if let name = parts.first, !name.isEmpty {
            let base = URL(fileURLWithPath: "/" + file).deletingLastPathComponent()
            path = String(base.appendingPathComponent(String(name)).standardizedFileURL.path.dropFirst())
        }
        guard var node = load(path) else { return nil }
        for step in (parts.count > 1 ? parts[1] : "").split(separator: "/") {
            let name = (step.removingPercentEncoding ?? String(step))
                .replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
            guard let next = node[name] ?? Int(name).flatMap({ $0 < node.elements.count ? node.elements[$0] : nil }) else { return nil }
            node = next
        }
        return Located(node: node, file: path)
    }

    private func followed(_ start: Located) -> Located? {
        var place = start
        for _ in 0..<16 {
            guard let reference = place.node["$ref"]?.string else { return place }
            guard let next = target(reference, from: place.file) else { return nil }
            place = next
        }
        return nil
    }

    /// Whether a reference leads to what its file has a name for: the whole, one of its entries, or a definition.
    private func isName(_ reference: String) -> Bool {
        let steps = reference.split(separator: "#", omittingEmptySubsequences: false).dropFirst().first?.split(separator: "/") ?? []
        return steps.count < 2 || ["schemas", "$defs", "definitions"].contains(steps[steps.count - 2])
    }

    private func member(_ place: Located, _ name: String) -> Located? {
        place.node[name].map { Located(node: $0, file: place.file) }
    }

    /// What stands under a name, extensions aside, each behind its references.
    private func members(_ place: Located, _ name: String, isFollowed: Bool = true) -> [(key: String, place: Located)] {
        guard let map = member(place, name).flatMap({ isFollowed ? followed($0) : $0 }) else { return [] }
        return map.node.members.filter { !$0.key.hasPrefix("x-") || name == "properties" || name == "headers" }
            .map { ($0.key, Located(node: $0.value, file: map.file)) }
    }

    private func elements(_ place: Located, _ name: String) -> [Located] {
        guard let list = member(place, name) else { return [] }
        return list.node.elements.map { Located(node: $0, file: list.file) }
    }

    // MARK: Operations

    private func operations(_ start: Located, _ kind: Tally.Kind, path: String = "") {
        guard let item = followed(start) else { return }
        let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]
        for entry in item.node.members where methods.contains(entry.key) {
            tally[kind] += 1
            operation(Located(node: entry.value, file: item.file), in: item, path: path)
        }
    }

    private func operation(_ start: Located, in item: Located, path: String) {
        guard let place = followed(start) else { return }
        // "A unique parameter is defined by a combination of a name and location."
        // One that only the path's template names counts too.
        var parameters: Set<[String]> = []
        for part in path.split(separator: "{").dropFirst() { parameters.insert(["path", String(part.prefix { $0 != "}" })]) }
        for parameter in (elements(item, "parameters") + elements(place, "parameters")).compactMap({ followed($0) }) {
            let name = parameter.node["name"]?.string ?? "", place = parameter.node["in"]?.string ?? ""
            // "If `in` is `header` and the name is Accept, Content-Type or Authorization, it SHALL be ignored."
            value(parameter)
            if place == "header", ["accept", "content-type", "authorization"].contains(name.lowercased()) { continue }
            parameters.insert([place, name])
        }
        tally[.parameters] += parameters.count
        if let body = member(place, "requestBody").flatMap({ followed($0) }) {
            tally[.bodies] += 1
            contents(body)
        }
        for response in members(place, "responses") { self.response(response.place) }
        let servers = elements(place, "servers")
        tally[.servers] += servers.isEmpty ? elements(item, "servers").count : servers.count
        for callback in members(place, "callbacks").compactMap({ followed($0.place) }) {
            for entry in callback.node.members { operations(Located(node: entry.value, file: callback.file), .callbacks) }
        }
    }

    private func response(_ start: Located) {
        guard let place = followed(start) else { return }
        tally[.responses] += 1
        contents(place)
        for header in members(place, "headers").compactMap({ followed($0.place) }) {
            tally[.headers] += 1
            value(header)
        }
    }

    private func contents(_ place: Located) {
        for content in members(place, "content") {
            tally[.contents] += 1
            value(content.place)
        }
    }

    /// The schema of a parameter, a header or a media type.
    private func value(_ place: Located) {
        if let schema = member(place, "schema") { self.schema(schema) }
        if let schema = member(place, "itemSchema") { self.schema(schema) }
        if place.node["schema"] == nil, place.node["name"] != nil {
            for content in members(place, "content") { value(content.place) }
        }
    }

    // MARK: Schemas

    private func schema(_ place: Located) {
        guard place.node.kind == .object, seen.insert(place.node.identity).inserted else { return }
        if let reference = place.node["$ref"]?.string {
            if let target = target(reference, from: place.file) {
                if target.file != root, isName(reference), !seen.contains(target.node.identity) { tally[.schemas] += 1 }
                schema(target)
            }
            guard readsBeside else { return }
        }
        let properties = members(place, "properties", isFollowed: false)
        tally[.properties] += properties.filter { $0.place.node.boolean != false }.count
        tally[.values] += Set(elements(place, "enum").map(\.node).filter { $0.kind != .null }.map { literal(of: $0) }).count
        for name in ["allOf", "anyOf", "oneOf", "prefixItems", "items"] {
            let inner = elements(place, name)
            if name == "anyOf" || name == "oneOf" { tally[.branches] += inner.count }
            for place in inner { schema(place) }
        }
        for name in ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"] {
            for (_, place) in members(place, name, isFollowed: false) { schema(place) }
        }
        for name in [
            "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames",
            "unevaluatedItems", "unevaluatedProperties", "additionalItems",
        ] {
            if let place = member(place, name) { schema(place) }
        }
    }
}
