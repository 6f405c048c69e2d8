import TypewrightModel

/// Names what belongs to single operations: methods, their parameters, the types of their answers.
extension ClientNamer {
    mutating func nameOperations(types: inout NamingScope) -> [OperationNames] {
        var names = [OperationNames?](repeating: nil, count: api.operations.count)
        let byGroup = Dictionary(grouping: api.operations.indices) { api.operations[$0].group }
        for (path, indices) in byGroup.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let group = groups.firstIndex { $0.path == path }
            // A method may not be called like a property for a group inside this one.
            let inner = groups.filter { $0.parent == group && (group != nil || $0.path.count == 1) }.map(\.property.text)
            let own = group == nil ? RuntimeNames.clientMembers : RuntimeNames.resourceMembers
            var scope = NamingScope(taken: own.union(inner))
            let methods = scope.assign(indices.map { candidate(for: api.operations[$0]) })
            for collision in scope.collisions { collisions.append(collision.members.map { indices[$0] }) }
            for (place, index) in indices.enumerated() {
                names[index] = parameterNames(of: api.operations[index], group: group, method: methods[place])
            }
            nameFurtherMethods(of: indices, &names, &scope)
        }
        var all = names.compactMap { $0 }
        nameAnswers(&all, types: &types)
        return all
    }

    private func candidate(for operation: Operation) -> NamingScope.Candidate {
        let location = operation.origin.location
        if let chosen = renames.name(at: location) {
            return NamingScope.Candidate(wanted: [chosen], key: location, isChosen: true)
        }
        let plain = members.memberName(operation.name)
        let byMethod = members.memberName(operation.method.lowercased() + " " + operation.name)
        let usable = SwiftWords.unusable.contains(plain) ? [] : [plain]
        return NamingScope.Candidate(wanted: usable + [byMethod, plain + "Operation"], key: location)
    }

    /// Methods beside the main one are called after it: `completeStream`, `exportCSV`.
    private func nameFurtherMethods(of indices: [Int], _ names: inout [OperationNames?], _ scope: inout NamingScope) {
        func assign(_ wanted: [(operation: Int, suffix: String)]) -> [SwiftIdentifier] {
            scope.assign(wanted.map { operation, suffix in
                NamingScope.Candidate(
                    wanted: [(names[operation]?.method.text ?? "") + suffix], key: api.operations[operation].origin.location + suffix)
            })
        }
        let streams = indices.filter { api.operations[$0].streamContent != nil }
        for (index, name) in zip(streams, assign(streams.map { ($0, "Stream") })) { names[index]?.stream = name }
        let paged = indices.filter { api.operations[$0].pagination != nil }
        for (index, name) in zip(paged, assign(paged.map { ($0, "All") })) { names[index]?.all = name }
        let mixed = indices.filter { api.operations[$0].multipartBody(in: api)?.isMain == false }
        for (index, name) in zip(mixed, assign(mixed.map { ($0, "Multipart") })) { names[index]?.multipart = name }
        let others = indices.flatMap { index in
            api.operations[index].otherAnswers.map { (operation: index, suffix: casing.upperCamel($0.mediaWords)) }
        }
        for (other, name) in zip(others, assign(others)) { names[other.operation]?.others.append(name) }
    }

    // MARK: Parameters

    /// "Collisions take the location as suffix": `id` in the path and in the body are `idPath` and `idBody`.
    private func parameterNames(of operation: Operation, group: Int?, method: SwiftIdentifier) -> OperationNames {
        let own = operation.parameters.map { wanted($0.name, $0.place.rawValue, $0.origin) }
        let fields = (operation.spreadBody(in: api)?.properties ?? []).map { wanted($0.name, "body", $0.origin) }
        let multipart = operation.multipartBody(in: api)?.object.properties ?? []
        let parts = multipart.map { wanted($0.name, "body", $0.origin) }
        let hasBody = operation.bodyVariants.count > (multipart.isEmpty ? 0 : 1)
        // The parameters are called the same in all methods of the operation.
        let all = assign(own + fields, beside: parts, hasBody: hasBody)
        var names = OperationNames(
            group: group, method: method, parameters: Array(all[..<own.count]), fields: Array(all[own.count...]))
        let taken = RuntimeNames.callParameters.union(names.parameters.map(\.text))
        var partScope = NamingScope(taken: taken)
        if !parts.isEmpty { names.parts = partScope.assign(parts.map { candidate($0, isContested: taken.contains($0.plain)) }) }
        if operation.body != nil { names.bodies = bodyNames(of: operation, taken: taken) }
        return names
    }

    private struct Wanted {
        var name: String
        /// As an identifier.
        var plain: String
        var place: String
        var location: String
    }

    private func wanted(_ name: String, _ place: String, _ origin: Origin) -> Wanted {
        Wanted(name: name, plain: members.memberName(name), place: place, location: origin.location)
    }

    private func assign(_ wanted: [Wanted], beside parts: [Wanted], hasBody: Bool) -> [SwiftIdentifier] {
        var counts: [String: Int] = [:]
        for one in wanted { counts[one.plain, default: 0] += 1 }
        for name in Set(parts.map(\.plain)) where !wanted.contains(where: { $0.place == "body" && $0.plain == name }) {
            counts[name, default: 0] += 1
        }
        // The variant that takes the body as one value has a parameter of that name.
        if hasBody, wanted.contains(where: { $0.place != "body" && $0.plain == "body" }) { counts["body", default: 0] += 2 }
        var scope = NamingScope(taken: RuntimeNames.callParameters)
        return scope.assign(wanted.map { candidate($0, isContested: counts[$0.plain, default: 0] > 1) })
    }

    private func candidate(_ wanted: Wanted, isContested: Bool) -> NamingScope.Candidate {
        if let chosen = renames.name(at: wanted.location) {
            return NamingScope.Candidate(wanted: [chosen], key: chosen, isChosen: true)
        }
        let key = wanted.place + "." + wanted.name
        let suffixed = { wanted.plain + casing.upperCamel(Words(wanted.place)) }
        return isContested
            ? NamingScope.Candidate(wanted: [suffixed()], key: key)
            : NamingScope.Candidate(first: wanted.plain, key: key) { [suffixed()] }
    }

    /// The main body is called `body`; others after their kind, or their media type where that kind is taken.
    private func bodyNames(of operation: Operation, taken: Set<String>) -> [SwiftIdentifier] {
        var scope = NamingScope(taken: taken.union(["contentType"]))
        let variants = operation.bodyVariants
        return scope.assign(variants.enumerated().map { index, variant in
            let media = casing.lowerCamel(variant.content.mediaWords)
            let kind = switch variant.content.kind {
            case .json, .form, .multipart, .text, .xml, .bytes: variant.content.kind.rawValue
            case .eventStream, .jsonLines, .jsonSequence: "items"
            }
            let isFirst = variants.firstIndex { $0.content.kind == variant.content.kind } == index
            let wanted = index == 0 ? "body" : isFirst && kind != "json" ? kind : media
            return NamingScope.Candidate(wanted: [wanted, wanted + "Body"], key: variant.content.mediaType)
        })
    }

    // MARK: Answers

    private func nameAnswers(_ names: inout [OperationNames], types: inout NamingScope) {
        func assign(_ indices: [Int], _ suffix: String, _ other: String) -> [SwiftIdentifier] {
            types.assign(indices.map { index in
                let operation = api.operations[index]
                let words = operation.group.flatMap { Words($0).list } + Words(operation.name).list
                let plain = casing.upperCamel(Words(list: words))
                return NamingScope.Candidate(wanted: [plain + suffix, plain + other], key: operation.origin.location)
            })
        }
        let several = api.operations.indices.filter { if case .several = api.operations[$0].answerShape { true } else { false } }
        for (index, name) in zip(several, assign(several, "Result", "Answer")) {
            names[index].result = name
            guard case .several(let cases) = api.operations[index].answerShape else { continue }
            var scope = NamingScope(taken: ["undocumented"])
            names[index].resultCases = scope.assign(cases.map { NamingScope.Candidate(wanted: [$0.status.caseName], key: $0.status.caseName) })
        }
        let headers = api.operations.map(\.answerHeaders)
        let heading = headers.indices.filter { !headers[$0].isEmpty }
        var last: (headers: [Parameter], names: [SwiftIdentifier]) = ([], [])
        for (index, name) in zip(heading, assign(heading, "Headers", "ResponseHeaders")) {
            names[index].headers = name
            names[index].answerHeaders = headers[index]
            // Where operations have headers, mostly all have the same.
            if !headers[index].elementsEqual(last.headers, by: { $0.name == $1.name }) {
                var scope = NamingScope(taken: ["fields"])
                last.headers = headers[index]
                last.names = scope.assign(last.headers.map {
                    NamingScope.Candidate(wanted: [members.memberName($0.name)], key: $0.name)
                })
            }
            names[index].headerProperties = last.names
        }
    }
}

extension Response.Status {
    fileprivate var caseName: String {
        switch self {
        case .code(200): "ok"
        case .code(201): "created"
        case .code(202): "accepted"
        case .code(203): "nonAuthoritative"
        case .code(204): "noContent"
        case .code(205): "resetContent"
        case .code(206): "partialContent"
        case .code(207): "multiStatus"
        case .code(208): "alreadyReported"
        case .code(226): "imUsed"
        case .code(let code): "status\(code)"
        case .range(let hundreds): "status\(hundreds)XX"
        case .any: "answer"
        }
    }
}
