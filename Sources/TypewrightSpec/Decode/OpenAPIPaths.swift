import TypewrightReader
import TypewrightSource

/// What an operation inherits from around it.
struct OperationScope {
    var security: [OpenAPI.SecurityRequirement]
    var servers: [OpenAPI.Server] = []
    /// Operations inside callbacks: against callbacks within callbacks without end.
    var depth = 0
}

/// Paths, webhooks, callbacks and the operations in them.
extension SpecDecoder {
    func pathItems(_ entries: [(member: Node.Member, located: Located)], scope: OperationScope, arePaths: Bool) -> [OpenAPI.PathItem] {
        var items: [OpenAPI.PathItem] = []
        for (entry, located) in entries where !entry.key.hasPrefix("x-") {
            if arePaths && entry.key.utf8.first != UInt8(ascii: "/") {
                faults.warning("path-without-slash", "The path `\(entry.key)` does not begin with `/`.", at: entry.keyRange)
            }
            if let item = pathItem(entry, located, scope: scope, isPath: arePaths) { items.append(item) }
        }
        return items
    }

    private func pathItem(_ entry: Node.Member, _ start: Located, scope: OperationScope, isPath: Bool) -> OpenAPI.PathItem? {
        guard let found = dereference(start, expecting: "a path item") else { return nil }
        let located = found.located
        var scope = scope
        let servers = servers(located)
        if !servers.isEmpty { scope.servers = servers }
        // A reference may have neighbours ("behaviour undefined"); where they do not clash, both count.
        let beside = start.node["$ref"] == nil ? nil : start
        let shared = parameters(located) + (beside.map(parameters) ?? [])
        let frame = PathFrame(path: entry.key, range: entry.keyRange, isPath: isPath, shared: shared, scope: scope)
        var operations = self.operations(in: located, frame)
        if let beside { operations += self.operations(in: beside, frame) }
        return OpenAPI.PathItem(
            node: located.node, place: located.place, path: entry.key, pathRange: entry.keyRange,
            summary: found.summary ?? string("summary", of: located), description: found.description ?? string("description", of: located),
            operations: operations
        )
    }

    private func operations(in item: Located, _ frame: PathFrame) -> [OpenAPI.Operation] {
        var operations: [OpenAPI.Operation] = []
        for member in item.node.members {
            switch member.key {
            case "get", "put", "post", "delete", "options", "head", "patch", "trace", "query":
                if let operation = operation(item.child(member.key, member.value), method: member.key.uppercased(), frame) {
                    operations.append(operation)
                }
            case "additionalOperations":
                for (entry, located) in item.entries("additionalOperations") {
                    if let operation = operation(located, method: entry.key, frame) { operations.append(operation) }
                }
            case "$ref", "summary", "description", "servers", "parameters": break
            default: reportPathMember(member)
            }
        }
        return operations
    }

    private func reportPathMember(_ member: Node.Member) {
        guard !member.key.hasPrefix("x-") else { return }
        let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query", "parameters"]
        let help = closestMatch(to: member.key.lowercased(), in: methods).map { "Did you mean `\($0)`?" }
        faults.warning("unknown-member", "A path item has no `\(member.key)`; ignored.", at: member.keyRange, help: help)
    }

    func callbacks(_ entries: [(member: Node.Member, located: Located)], scope: OperationScope) -> [OpenAPI.Callback] {
        var callbacks: [OpenAPI.Callback] = []
        guard scope.depth < 4 else { return callbacks }
        var inner = scope
        inner.depth += 1
        inner.servers = []
        for (entry, start) in entries where !entry.key.hasPrefix("x-") {
            guard let found = dereference(start, expecting: "a callback") else { continue }
            var expressions: [(member: Node.Member, located: Located)] = []
            for member in found.located.node.members where member.key != "$ref" {
                expressions.append((member, found.located.child(member.key, member.value)))
            }
            callbacks.append(OpenAPI.Callback(
                node: found.located.node, name: entry.key,
                pathItems: pathItems(expressions, scope: inner, arePaths: false), componentName: found.componentName
            ))
        }
        return callbacks
    }
}

/// A path item as its operations see it.
struct PathFrame {
    let path: String
    let range: SourceRange
    /// Whether `path` is a template whose parameters are to be declared.
    let isPath: Bool
    let shared: [OpenAPI.Parameter]
    let scope: OperationScope
}
