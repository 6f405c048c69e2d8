import TypewrightSpec

/// Texts in the styles of OpenAPI, taken apart into JSON by what the schema wants.
struct StyledText {
    let view: SchemaView
    let schemas: [SchemaID]
    let style: OpenAPI.Style
    let explode: Bool
    /// Cookies and headers say what they mean; `+` is a space in queries and forms only.
    var isEncoded = true
    var plusIsSpace = false

    private var types: JSONTypes { schemas.isEmpty ? .all : view.types(schemas) }
    private var scalar: ScalarText { ScalarText(view: view) }

    private func decoded(_ text: Substring) -> String {
        isEncoded ? Percent.decoded(text, plusIsSpace: plusIsSpace) : String(text)
    }

    // MARK: - One text: paths and headers

    /// What a text may mean, the likeliest first; `nil` where it is not in the style.
    func candidates(_ text: Substring, named name: String) -> [JSON]? {
        switch style {
        case .label:
            guard text.utf8.first == UInt8(ascii: ".") else { return nil }
            let rest = text.dropFirst()
            // 3.0 has `.a.b` for lists that are not exploded, 3.1 `.a,b`.
            return candidates(rest, separator: explode || !rest.utf8.contains(UInt8(ascii: ",")) ? "." : ",")
        case .matrix: return matrix(text, named: name)
        default: return candidates(text, separator: ",")
        }
    }

    private func candidates(_ text: Substring, separator: Character) -> [JSON] {
        let types = types
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        var candidates: [JSON] = []
        if types.contains(.object), let object = object(parts) { candidates.append(object) }
        if types.contains(.array) { candidates.append(array(text.isEmpty ? [] : parts)) }
        if mayBeScalar(types) { candidates += scalar.candidates(decoded(text), schemas) }
        // A list of one looks like the thing itself.
        if parts.count == 1, candidates.count > 1 { candidates.reverse() }
        return candidates.isEmpty ? scalar.candidates(decoded(text), schemas) : candidates
    }

    private func mayBeScalar(_ types: JSONTypes) -> Bool { !types.subtracting([.array, .object, .null]).isEmpty }

    /// `;color=blue,black`, exploded `;color=blue;color=black` or `;R=100;G=200`.
    private func matrix(_ text: Substring, named name: String) -> [JSON]? {
        guard text.utf8.first == UInt8(ascii: ";") else { return nil }
        let pairs = text.dropFirst().split(separator: ";").map { part in
            let halves = part.cut(at: UInt8(ascii: "="))
            return (name: decoded(halves?.before ?? part), value: halves?.after ?? "")
        }
        let own = pairs.filter { $0.name == name }
        if explode {
            if types.contains(.object), own.isEmpty { return [members(pairs)] }
            if types.contains(.array), !own.isEmpty { return [array(own.map(\.value))] }
        }
        guard own.count == 1 else { return nil }
        return StyledText(view: view, schemas: schemas, style: .simple, explode: false).candidates(own[0].value, named: name)
    }

    // MARK: - Pairs: queries, forms and cookies

    /// `nil` where nothing of the name was sent. `used` are the names that belong to it.
    func candidates(_ pairs: Pairs, named name: String, used: inout Set<String>) -> [JSON]? {
        if style == .deepObject { return deepObject(pairs, named: name, used: &used) }
        let values = pairs.values(of: name)
        if values.isEmpty {
            guard explode, style == .form || style == .cookie, types.contains(.object) else { return nil }
            return explodedObject(pairs, used: &used)
        }
        used.insert(name)
        let types = types
        if explode || values.count > 1 {
            if types.contains(.array), values.count > 1 || !mayBeScalar(types) { return [array(values)] }
            if values.count > 1 { return [array(values)] }
            var candidates = scalar.candidates(decoded(values[0]), schemas)
            if types.contains(.array) { candidates.append(array(values)) }
            return candidates
        }
        return delimited(values[0])
    }

    private func delimited(_ text: Substring) -> [JSON] {
        switch style {
        case .spaceDelimited: candidates(split(text, at: ["%20", "+", " "]))
        case .pipeDelimited: candidates(split(text, at: ["%7C", "%7c", "|"]))
        default: candidates(text, separator: ",")
        }
    }

    private func candidates(_ parts: [Substring]) -> [JSON] {
        if types.contains(.object), let object = object(parts) { return types.contains(.array) ? [object, array(parts)] : [object] }
        if types.contains(.array) { return [array(parts)] }
        return scalar.candidates(parts.count == 1 ? decoded(parts[0]) : parts.map { decoded($0) }.joined(separator: " "), schemas)
    }

    private func split(_ text: Substring, at separators: [String]) -> [Substring] {
        separators.reduce([text]) { parts, separator in parts.flatMap { $0.parts(between: separator) } }
    }

    /// Members as parameters of their own: all that the schema declares, or all there are where it declares none.
    private func explodedObject(_ pairs: Pairs, used: inout Set<String>) -> [JSON]? {
        let declared = Set(view.propertyNames(schemas))
        let own = pairs.all.filter { declared.isEmpty ? !used.contains($0.name) : declared.contains($0.name) }
        guard !own.isEmpty else { return nil }
        for pair in own { used.insert(pair.name) }
        return [members(own.map { ($0.name, $0.value) })]
    }

    /// `filter[status]=open&filter[by][name]=Ada&filter[tags][]=a`, to any depth.
    private func deepObject(_ pairs: Pairs, named name: String, used: inout Set<String>) -> [JSON]? {
        var builder = DeepObject(view: view, schemas: schemas)
        for pair in pairs.all {
            guard let path = DeepObject.path(of: pair.name, below: name) else { continue }
            used.insert(pair.name)
            builder.add(decoded(pair.value), at: path)
        }
        return builder.json.map { [$0] }
    }

    // MARK: - Lists and objects

    private func array(_ parts: [Substring]) -> JSON {
        .array(parts.enumerated().map { index, part in
            scalar.value(decoded(part), schemas.isEmpty ? [] : view.items(schemas, at: index))
        })
    }

    /// `R=100,G=200` exploded, else `R,100,G,200`; `nil` where it is neither.
    private func object(_ parts: [Substring]) -> JSON? {
        if parts.count == 1, parts[0].isEmpty { return .object([]) }
        if explode {
            var pairs: [(String, Substring)] = []
            for part in parts {
                guard let halves = part.cut(at: UInt8(ascii: "=")) else { return nil }
                pairs.append((decoded(halves.before), halves.after))
            }
            return members(pairs)
        }
        guard parts.count % 2 == 0 else { return nil }
        return members(stride(from: 0, to: parts.count, by: 2).map { (decoded(parts[$0]), parts[$0 + 1]) })
    }

    private func members(_ pairs: [(name: String, value: Substring)]) -> JSON {
        var object = JSON.object([])
        for (name, value) in pairs {
            let inner = view.member(name, schemas)
            let isList = !inner.isEmpty && view.types(inner).contains(.array)
            if isList, let known = object[name], case .array(let elements) = known {
                object[name] = .array(elements + [scalar.value(decoded(value), view.items(inner, at: elements.count))])
            } else if isList {
                object[name] = .array([scalar.value(decoded(value), view.items(inner, at: 0))])
            } else {
                object[name] = scalar.value(decoded(value), inner)
            }
        }
        return object
    }
}

/// Puts `a[b][0][c]` together.
struct DeepObject {
    let view: SchemaView
    let schemas: [SchemaID]
    private var root: Branch?

    private final class Branch {
        var text: String?
        var names: [String] = []
        var children: [String: Branch] = [:]

        func child(_ name: String) -> Branch {
            // `[]` is one more each time.
            let name = name.isEmpty ? String(names.count) : name
            if let known = children[name] { return known }
            let branch = Branch()
            names.append(name)
            children[name] = branch
            return branch
        }
    }

    init(view: SchemaView, schemas: [SchemaID]) {
        self.view = view
        self.schemas = schemas
    }

    /// `["by", "name"]` of `filter[by][name]`; `nil` where it is something else.
    static func path(of name: String, below root: String) -> [String]? {
        guard name.hasPrefix(root + "["), name.hasSuffix("]") else { return nil }
        return name.dropFirst(root.count + 1).dropLast().parts(between: "][").map(String.init)
    }

    mutating func add(_ text: String, at path: [String]) {
        // Deeper than any schema is an attack.
        guard path.count <= 64 else { return }
        let start = root ?? Branch()
        root = start
        var branch = start
        for name in path { branch = branch.child(name) }
        branch.text = text
    }

    var json: JSON? { root.map { json($0, schemas) } }

    private func json(_ branch: Branch, _ schemas: [SchemaID]) -> JSON {
        if let text = branch.text, branch.names.isEmpty { return ScalarText(view: view).value(text, schemas) }
        let areNumbers = branch.names.allSatisfy { Int($0) != nil }
        if areNumbers, schemas.isEmpty || view.types(schemas).contains(.array) {
            return .array(branch.names.enumerated().map { index, name in
                branch.children[name].map { json($0, view.items(schemas, at: index)) } ?? .null
            })
        }
        return .object(branch.names.map { name in
            JSON.Member(name, branch.children[name].map { json($0, view.member(name, schemas)) } ?? .null)
        })
    }
}
