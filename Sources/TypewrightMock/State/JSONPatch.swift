import TypewrightReader
import TypewrightSource

/// RFC 6902.
enum JSONPatch {
    struct Failure: Error { let reason: String }

    static func apply(_ patch: JSON, to document: JSON) throws(Failure) -> JSON {
        var result = document
        for step in patch.elements { try apply(step, to: &result) }
        return result
    }

    private static func apply(_ step: JSON, to document: inout JSON) throws(Failure) {
        let path = try pointer(step["path"])
        switch step["op"]?.string {
        case "add": document = try changed(document, path[...], .add(try value(step)))
        case "replace": document = try changed(document, path[...], .replace(try value(step)))
        case "remove": document = try changed(document, path[...], .remove)
        case "copy": document = try changed(document, path[...], .add(try found(try pointer(step["from"]), document)))
        case "move":
            let from = try pointer(step["from"])
            let moved = try found(from, document)
            document = try changed(document, from[...], .remove)
            document = try changed(document, path[...], .add(moved))
        case "test":
            if try found(path, document) != (try value(step)) { throw Failure(reason: "the test of \(step["path"]?.string ?? "") fails") }
        case let other: throw Failure(reason: "'\(other ?? "")' is no operation")
        }
    }

    private static func value(_ step: JSON) throws(Failure) -> JSON {
        guard let value = step["value"] else { throw Failure(reason: "a step lacks its value") }
        return value
    }

    private static func pointer(_ json: JSON?) throws(Failure) -> [String] {
        guard let text = json?.string, text.isEmpty || text.hasPrefix("/") else { throw Failure(reason: "a step lacks its pointer") }
        return text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { PointerToken.name($0) }
    }

    private static func found(_ path: [String], _ document: JSON) throws(Failure) -> JSON {
        var current = document
        for name in path {
            let next: JSON? = if case .array(let elements) = current { Int(name).flatMap { elements.indices.contains($0) ? elements[$0] : nil } } else { current[name] }
            guard let next else { throw Failure(reason: "there is nothing at /\(path.joined(separator: "/"))") }
            current = next
        }
        return current
    }

    private enum Change {
        case add(JSON)
        case replace(JSON)
        case remove
    }

    private static func changed(_ document: JSON, _ path: ArraySlice<String>, _ change: Change) throws(Failure) -> JSON {
        guard let first = path.first else {
            switch change {
            case .add(let value), .replace(let value): return value
            case .remove: return .null
            }
        }
        let rest = path.dropFirst()
        if case .array(var elements) = document {
            guard let index = first == "-" ? elements.count : Int(first), index >= 0, index <= elements.count else { throw missing(first) }
            if rest.isEmpty, case .add(let value) = change {
                elements.insert(value, at: index)
                return .array(elements)
            }
            guard index < elements.count else { throw missing(first) }
            if rest.isEmpty, case .remove = change { elements.remove(at: index) } else { elements[index] = try changed(elements[index], rest, change) }
            return .array(elements)
        }
        var object = document
        guard case .object = object else { throw missing(first) }
        if rest.isEmpty, case .add(let value) = change {
            object[first] = value
            return object
        }
        guard let inner = object[first] else { throw missing(first) }
        if rest.isEmpty, case .remove = change { object[first] = nil } else { object[first] = try changed(inner, rest, change) }
        return object
    }

    private static func missing(_ name: String) -> Failure { Failure(reason: "there is nothing at '\(name)'") }
}
