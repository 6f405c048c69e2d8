import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// One validation: what was found so far, and what is known of pairs of a schema and a value.
///
/// Each such pair is evaluated at most once quietly and once to report, so that neither branches
/// within branches nor schemas that are reached on several ways cost more than the product of both sizes.
final class Evaluation {
    let validator: Validator
    let spec: Spec
    private(set) var violations: [Violation] = []
    /// A schema that is reached on two ways finds the same twice.
    private var reported: Set<Violation> = []
    /// How many trials (`anyOf`, `not`, …) are running; in a trial nothing is reported.
    var trials = 0
    /// The schema that comes next, where `null` would have done as well.
    var allowsNullToo: SchemaID?
    var path: [PathStep] = []
    var depth = 0
    private var memory: [MemoryKey: MemoryEntry] = [:]
    var scopes = DynamicScopes()
    var hashes = NodeHashes()

    /// Whether to say of alternatives which is the closest.
    var explainsAlternatives = true
    private let limit: Int
    private let maximumDepth: Int

    init(_ validator: Validator, limit: Int) {
        self.validator = validator
        self.limit = limit
        // Without further stacks, a main thread's has to do.
        maximumDepth = DeepStack.isAvailable ? validator.options.maximumDepth : min(validator.options.maximumDepth, 128)
        spec = validator.spec
    }

    var isFull: Bool { violations.count >= limit }

    /// Whether looking on would change anything once something is wrong.
    var stopsAtFirst: Bool { trials > 0 || isFull }

    func evaluate(_ schema: SchemaID, _ instance: Node) -> Bool {
        var marks = Marks(isWanted: false)
        return evaluate(schema, Value(instance), scope: DynamicScopes.empty, &marks, via: "")
    }

    var sortedViolations: [Violation] {
        let order = violations.indices.sorted { a, b in
            let left = violations[a].range
            let right = violations[b].range
            return left.start == right.start ? a < b : left.start < right.start
        }
        return order.map { violations[$0] }
    }

    // MARK: - A schema and a value

    /// `via` is the keyword that led here, for the wording of `false`.
    func evaluate(_ id: SchemaID, _ value: Value, scope outer: Int, _ marks: inout Marks, via keyword: String) -> Bool {
        let schema = spec[id]
        if let boolean = schema.boolean { return boolean || refuse(schema, value, via: keyword) }
        if schema.isNullable && value.kind == .null { return true }
        guard depth < maximumDepth else {
            return fail(schema, "depth", value, Wording.tooDeep)
        }
        depth += 1
        defer { depth -= 1 }
        let scope = scopes.entering(spec[schema.resource], schema.resource, from: outer)
        guard isRemembered(schema, value) else { return apply(schema, value, scope, &marks) }
        if DeepStack.isAvailable && depth % DeepStack.levels == 0 {
            let result = DeepStack.run { remember(schema, value, scope, &marks) }
            return result ?? fail(schema, "depth", value, Wording.tooDeep)
        }
        return remember(schema, value, scope, &marks)
    }

    private func remember(_ schema: Schema, _ value: Value, _ scope: Int, _ marks: inout Marks) -> Bool {
        let key = MemoryKey(schema: schema.id, node: value.node.identity, isName: value.name != nil, scope: scope, isMarking: marks.isWanted)
        if let known = recall(key, &marks) { return known }
        memory[key] = MemoryEntry(state: .running, marks: nil)
        let isValid = apply(schema, value, scope, &marks)
        let state: MemoryEntry.State = isValid ? .valid : (trials > 0 ? .invalid : .reported)
        memory[key] = MemoryEntry(state: state, marks: state != .invalid && marks.isWanted ? marks : nil)
        return isValid
    }

    /// Scalars under schemas without others inside are cheaper to look at again.
    private func isRemembered(_ schema: Schema, _ value: Value) -> Bool {
        value.isContainer || schema.applicators != nil || schema.reference != nil || schema.dynamicReference != nil
    }

    private func recall(_ key: MemoryKey, _ marks: inout Marks) -> Bool? {
        guard let entry = memory[key] else { return nil }
        if let known = entry.marks, entry.state == .valid || trials == 0 { marks.formUnion(known) }
        switch entry.state {
        case .valid: return true
        case .reported: return false
        // What is known from a trial was not reported yet.
        case .invalid: return trials > 0 ? false : nil
        // A schema that contains itself at the same value: nothing speaks against it so far.
        case .running: return true
        }
    }

    private func apply(_ schema: Schema, _ value: Value, _ scope: Int, _ outer: inout Marks) -> Bool {
        let unevaluated = schema.object?.unevaluatedProperties ?? schema.array?.unevaluatedItems
        var marks = Marks(isWanted: outer.isWanted || unevaluated != nil)
        var isValid = checkValue(schema, value)
        if !isValid && stopsAtFirst { return false }
        if let array = schema.array, value.kind == .array {
            isValid = checkArray(schema, array, value, scope, &marks) && isValid
            if !isValid && stopsAtFirst { return false }
        }
        if let object = schema.object, value.kind == .object {
            isValid = checkObject(schema, object, value, scope, &marks) && isValid
            if !isValid && stopsAtFirst { return false }
        }
        isValid = checkInPlace(schema, value, scope, &marks) && isValid
        if !isValid && stopsAtFirst { return false }
        if unevaluated != nil { isValid = checkUnevaluated(schema, value, scope, &marks) && isValid }
        // What a schema that was reported looked at is not reported once more for having been left out.
        if (isValid || trials == 0) && outer.isWanted { outer.formUnion(marks) }
        return isValid
    }

    // MARK: - Reports

    /// Takes note of a violation, unless in a trial. Always `false`.
    func fail(
        _ schema: Schema, _ keyword: String, _ value: Value, _ message: @autoclosure () -> String,
        closest: @autoclosure () -> [Violation] = [], isNear: Bool = false
    ) -> Bool {
        guard trials == 0, !isFull else { return false }
        return report(Violation(
            pointer: pointer, range: value.range, keyword: keyword,
            schemaLocation: schema.location + "/" + keyword, message: message(), closest: closest(), isNear: isNear
        ))
    }

    private func refuse(_ schema: Schema, _ value: Value, via keyword: String) -> Bool {
        guard trials == 0, !isFull else { return false }
        return report(Violation(
            pointer: pointer, range: value.range, keyword: keyword.isEmpty ? "false" : keyword,
            schemaLocation: schema.location, message: Wording.nothing(value.shown, via: keyword), closest: []
        ))
    }

    private func report(_ violation: Violation) -> Bool {
        if reported.insert(violation).inserted { violations.append(violation) }
        return false
    }

    var pointer: String {
        var text = ""
        for step in path {
            switch step {
            case .member(let name): text += "/" + PointerToken.escaped(name)
            case .element(let index): text += "/\(index)"
            }
        }
        return text
    }
}

enum PathStep {
    case member(String)
    case element(Int)
}
