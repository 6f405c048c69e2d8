import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// Makes up instances: for the mock server, for examples, for tests.
///
///     Sampler(spec).sample(of: pet, seed: 1)   // {"id":41,"name":"Ada Lovelace","tag":"sea"}
///
/// The same seed gives the same text everywhere. What comes out was validated; where nothing valid is
/// found after some attempts there is no sample, rather than a wrong one.
package final class Sampler {
    let spec: Spec
    let validator: Validator
    private let annotating: Validator
    private let direction: ValidationOptions.Direction

    var random = SampleRandom(seed: 0)
    /// Whether the examples of the schemas are taken.
    package var examples = Examples.sometimes

    package enum Examples: Sendable {
        /// Beside what is made up.
        case sometimes
        /// The first that is right, wherever there is one.
        case always
    }

    /// How much is made up beyond what is demanded; later attempts want less.
    var richness = Richness.full
    /// Whether other branches of a `oneOf` are shut out by properties that they do not take: where branches demand
    /// nothing, anything else satisfies all of them at once.
    var shutsOthersOut = false
    /// Whether strings satisfy their formats. Some contradict the rest of their schema, and elsewhere a format is only told.
    var mindsFormats = true
    var depth = 0
    /// How many values this sample has so far.
    var size = 0

    enum Richness: Int, Comparable {
        case bare, some, full

        static func < (a: Richness, b: Richness) -> Bool { a.rawValue < b.rawValue }
    }

    package init(_ spec: Spec, direction: ValidationOptions.Direction = .either) {
        self.spec = spec
        self.direction = direction
        var options = ValidationOptions()
        options.formats = .asserted
        options.direction = direction
        validator = Validator(spec, options: options)
        options.formats = .annotated
        annotating = Validator(spec, options: options)
    }

    /// JSON text that satisfies the schema; formats too, unless nothing does.
    package func sample(of schema: SchemaID, seed: UInt64 = 0) -> String? {
        var attempt = 0
        while attempt < 20 {
            random = SampleRandom(seed: seed &+ UInt64(attempt) &* 0x5851_F42D_4C95_7F2D)
            richness = attempt < 4 || attempt >= 16 ? .full : (attempt < 8 ? .some : .bare)
            shutsOthersOut = attempt >= 12
            mindsFormats = attempt < 14
            depth = 0
            size = 0
            if let text = make([schema], named: "")?.json, isValid(text, schema) { return text }
            if isTooLarge {
                // What is too large even where nothing is made up that is not demanded never ends: a list of at least two
                // lists of its own kind. Otherwise the next attempts want less.
                if richness == .bare { return nil }
                attempt = (attempt / 4 + 1) * 4
            } else {
                attempt += 1
            }
        }
        return nil
    }

    var isTooLarge: Bool { size >= 5000 }

    func isValid(_ text: String, _ schema: SchemaID) -> Bool {
        let file = SourceMap().add(path: "sample", text: Array(text.utf8))
        guard let node = readDocument(file, limits: ReaderLimits(), into: DiagnosticSink()) else { return false }
        return judge.isValid(node, against: schema)
    }

    private var judge: Validator { mindsFormats ? validator : annotating }

    /// A value for all of these schemas; `nil` where none is found. The name is the property's, for plausibility.
    func make(_ schemas: [SchemaID], named name: String) -> Sample? {
        guard depth < 24, !isTooLarge else { return nil }
        depth += 1
        defer { depth -= 1 }
        size += 1
        var shape = SampleShape()
        for schema in schemas { gather(schema, into: &shape) }
        guard !shape.isImpossible else { return nil }
        if let example = example(in: shape, satisfying: schemas) { return example }
        if let values = shape.values { return pick(values, shape) }
        return make(shape, named: name)
    }

    private func pick(_ values: [Node], _ shape: SampleShape) -> Sample? {
        let fitting = values.filter { value in
            shape.types.map { SampleTypes.matches(value, $0) } ?? true
        }
        guard !fitting.isEmpty else { return nil }
        // Null is the least telling of the values.
        let telling = fitting.filter { $0.kind != .null }
        let choice = telling.isEmpty ? fitting : telling
        return .text(SampleText.json(choice[random.below(choice.count)]))
    }

    /// The document's own examples are the most plausible, where they are right.
    private func example(in shape: SampleShape, satisfying schemas: [SchemaID]) -> Sample? {
        guard richness == .full, shape.fixed.isEmpty, !shape.examples.isEmpty else { return nil }
        if examples == .always {
            let right = shape.examples.first { example in schemas.allSatisfy { judge.isValid(example, against: $0) } }
            return right.map { .text(SampleText.json($0)) }
        }
        guard random.isLucky(70) else { return nil }
        let example = shape.examples[random.below(shape.examples.count)]
        for schema in schemas where !judge.isValid(example, against: schema) { return nil }
        return .text(SampleText.json(example))
    }

    private func make(_ shape: SampleShape, named name: String) -> Sample? {
        for type in SampleTypes.order(of: shape, &random) {
            switch type {
            case .object: if let object = object(shape) { return object }
            case .array: if let array = array(shape, named: name) { return array }
            case .string: if let text = string(shape, named: name) { return .string(text) }
            case .integer: if let lexeme = number(shape, isInteger: true, named: name) { return .number(lexeme) }
            case .number: if let lexeme = number(shape, isInteger: false, named: name) { return .number(lexeme) }
            case .boolean: return .boolean(random.isLucky(50))
            default: return .null
            }
        }
        return nil
    }

    /// Whether a property belongs into what goes this way.
    func goesThisWay(_ schemas: [SchemaID]) -> Bool {
        guard direction != .either else { return true }
        for schema in schemas {
            var current = spec[schema]
            for _ in 0..<16 {
                if direction == .request, current.annotations?.isReadOnly == true { return false }
                if direction == .response, current.annotations?.isWriteOnly == true { return false }
                guard let target = current.reference?.target else { break }
                current = spec[target]
            }
        }
        return true
    }
}
