import TypewrightModel

extension CheckWriter {
    // MARK: Arrays

    mutating func array(_ array: ArrayCheck, _ check: Check, _ at: Code) -> [Code] {
        var arguments: [Code] = []
        if array.minItems > 0 { arguments.append("minItems: \(array.minItems)") }
        if let maxItems = array.maxItems { arguments.append("maxItems: \(maxItems)") }
        if array.isUnique { arguments.append("unique: true") }
        if !array.prefix.isEmpty { arguments.append("prefix: \(array.prefix.count)") }
        if !at.isEmpty { arguments.append(at) }
        let isAsked = check.isCollected || check.collects
        let item = items(array, check.origin.location, isAsked: isAsked) + containment(array, isAsked: isAsked)
        if item.count == 1, let whole = CheckWriter.wholes[item[0].bytes] { return ["c.\(whole)(\(Code.list(arguments)))"] }
        var lines: [Code] = ["c.array(\(Code.list(arguments)))"]
        if let contains = array.contains {
            let maximum: Code = contains.maximum.map { ", \($0)" } ?? ""
            lines.append("c.containing(\(contains.minimum)\(maximum))")
        }
        return lines + (item.isEmpty ? ["c.rest()"] : CheckWriter.block("while c.nextItem()", item))
    }

    /// What takes a whole array in one call, by what would be said of each item.
    private static let wholes: [[UInt8]: SwiftIdentifier] = [Array("c.number()".utf8): "numbers", Array("c.string()".utf8): "strings"]

    private mutating func items(_ array: ArrayCheck, _ location: String, isAsked: Bool) -> [Code] {
        var others = array.items.map { take($0, via: array.itemsKeyword, standingAt: location + "/items") } ?? []
        if let items = array.items, isPlainNever(items), table[items].origin.location == location + "/items" {
            others = ["c.unexpectedItem()"]
        }
        if isAsked && array.hasItems { others.insert("c.evaluated()", at: 0) }
        if array.prefix.isEmpty { return others }
        var cases: [Code] = []
        for (index, item) in array.prefix.enumerated() {
            var lines = item.map { take($0, via: array.prefixKeyword, standingAt: location + "/prefixItems/\(index)") } ?? []
            if isAsked { lines.insert("c.evaluated()", at: 0) }
            cases.append(Code.caseBlock("case \(index)", lines.isEmpty ? ["break"] : lines))
        }
        cases.append(Code.caseBlock("default", others.isEmpty ? ["break"] : others))
        return ["""
            switch c.item {
            \(Code.lines(cases))
            }
            """]
    }

    private mutating func containment(_ array: ArrayCheck, isAsked: Bool) -> [Code] {
        guard let contains = array.contains else { return [] }
        let evaluates: Code = isAsked && contains.evaluates ? "evaluates: true" : ""
        return ["c.contains(\(evaluates))"] + CheckWriter.block("if c.branch()", take(contains.check)) + ["c.end()"]
    }

    // MARK: Objects

    mutating func object(_ object: ObjectCheck, _ check: Check, _ at: Code) -> [Code] {
        let keys = CheckKeys(object)
        let isAsked = check.isCollected || check.collects
        let needsListed = isAsked || !object.patterns.isEmpty
        var arguments: [Code] = []
        if !keys.names.isEmpty {
            let words = keys.words
            arguments.append(table(of: words))
        }
        if object.minProperties > 0 { arguments.append("minProperties: \(object.minProperties)") }
        if let maxProperties = object.maxProperties { arguments.append("maxProperties: \(maxProperties)") }
        if needsListed && !object.properties.isEmpty { arguments.append("evaluates: \(object.properties.count)") }
        if !at.isEmpty { arguments.append(at) }
        var lines: [Code] = ["c.object(\(Code.list(arguments)))"]
        lines += keys.relaxed
        for dependency in object.dependencies { lines += keys.dependency(dependency) }
        let member = names(object) + cases(object, keys, simple: !needsListed) + others(object, simple: !needsListed, isAsked: isAsked)
        if member.isEmpty {
            lines.append("c.rest()")
        } else {
            let usesKey = member.contains { $0.withBytes { $0.starts(with: "switch key".utf8) } }
            lines += CheckWriter.block(usesKey ? "while let key = c.next()" : "while c.next() != nil", member)
        }
        return lines
    }

    /// The table of a struct that has these keys, or one of the function's own.
    private mutating func table(of words: [String]) -> Code {
        if words == ownKeys { return "jsonKeys" }
        return context.shared.holder(of: words).map { "\(context.names[$0].code).jsonKeys" } ?? tables.keys(words)
    }

    private mutating func names(_ object: ObjectCheck) -> [Code] {
        guard let names = object.names else { return [] }
        return ["c.beginName()"] + take(names) + ["c.endName()"]
    }

    /// One line per property. `simple` objects have no patterns, so what is not listed comes in here too.
    private mutating func cases(_ object: ObjectCheck, _ keys: CheckKeys, simple: Bool) -> [Code] {
        var cases = KeySwitch(index: "c.index")
        for (index, property) in object.properties.enumerated() {
            guard let check = property.check else { continue }
            let lines = take(check)
            if lines.count == 1, !lines[0].isSeveralLines { cases.add(index, lines[0]) } else { cases.add([index], lines) }
        }
        if simple, let additional = object.additional {
            let lines = isPlainNever(additional) ? ["c.unexpected()"] : take(additional)
            if object.properties.isEmpty && keys.names.isEmpty { return lines }
            cases.add([-1] + Array(object.properties.count..<keys.names.count), lines)
        }
        return cases.isEmpty ? [] : [cases.code]
    }

    private mutating func others(_ object: ObjectCheck, simple: Bool, isAsked: Bool) -> [Code] {
        if simple { return [] }
        var lines: [Code] = []
        for property in object.patterns {
            let pattern = tables.pattern(table[property.pattern])
            if let check = property.check {
                lines += CheckWriter.block("if c.matches(\(pattern))", take(check))
            } else if object.hasAdditional || isAsked {
                lines.append("_ = c.matches(\(pattern))")
            }
        }
        guard object.hasAdditional else { return lines }
        if let additional = object.additional {
            lines += CheckWriter.block("if c.isAdditional()", isPlainNever(additional) ? ["c.unexpected()"] : take(additional))
        } else if isAsked {
            lines.append("_ = c.isAdditional()")
        }
        return lines
    }
}

/// The names that an object's check speaks of: its properties, then what is only required.
private struct CheckKeys {
    private(set) var names: [String] = []
    private var indices: [String: Int] = [:]
    private let object: ObjectCheck

    init(_ object: ObjectCheck) {
        self.object = object
        names.reserveCapacity(object.properties.count)
        indices.reserveCapacity(object.properties.count + object.required.count)
        for property in object.properties { add(property.name) }
        for required in object.required { add(required.name) }
        for dependency in object.dependencies {
            add(dependency.name)
            for name in dependency.required { add(name) }
        }
    }

    private mutating func add(_ name: String) {
        if indices[name] != nil { return }
        indices[name] = names.count
        names.append(name)
    }

    /// As `JSONKeys` takes them.
    var words: [String] {
        let required = Set(object.required.map(\.name))
        return names.map { KeyWord.encode($0) + (required.contains($0) ? "!" : "") }
    }

    /// What is not demanded in one direction.
    var relaxed: [Code] {
        func indices(_ direction: Direction) -> Code {
            Code.list(object.required.filter { $0.direction == direction }.compactMap { self.indices[$0.name] }.map { "\($0)" })
        }
        let readOnly = indices(.responseOnly)
        let writeOnly = indices(.requestOnly)
        return (readOnly.isEmpty ? [] : ["c.readOnly(\(readOnly))"]) + (writeOnly.isEmpty ? [] : ["c.writeOnly(\(writeOnly))"])
    }

    func dependency(_ dependency: ObjectCheck.Dependency) -> [Code] {
        guard let key = indices[dependency.name] else { return [] }
        let required = dependency.required.compactMap { indices[$0] }
        if required.isEmpty { return [] }
        let list = Code.list(required.map { "\($0)" })
        if dependency.keyword == "dependentRequired" { return ["c.dependency(of: \(key), on: [\(list)])"] }
        return ["c.dependency(of: \(key), on: [\(list)], by: \(literal: dependency.keyword))"]
    }
}
