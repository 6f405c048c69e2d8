import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightValidation

/// Values made up for answers, and whether answers are what the document wants. The same seed gives the same value.
final class Samples {
    private let always: Sampler
    private let varied: Sampler
    private let validator: Validator
    private var known: [Judged: Bool] = [:]

    init(_ spec: Spec) {
        always = Sampler(spec, direction: .response)
        always.examples = .always
        varied = Sampler(spec, direction: .response)
        var options = ValidationOptions()
        options.direction = .response
        validator = Validator(spec, options: options)
    }

    /// `nil` where no value is found that the schema accepts.
    func json(_ schema: SchemaID, seed: UInt64, isVaried: Bool = false) -> JSON? {
        (isVaried ? varied : always).sample(of: schema, seed: seed).flatMap { JSON(text: Array($0.utf8)) }
    }

    func isValid(_ json: JSON, _ schema: SchemaID) -> Bool {
        json.node.map { validator.isValid($0, against: schema) } ?? false
    }

    /// Whether an example of a schema is right. Examples are many a time; each is looked at once.
    func isRight(_ example: Node, _ schema: SchemaID) -> Bool {
        let judged = Judged(example: example.identity, schema: schema)
        if let known = known[judged] { return known }
        let isRight = validator.isValid(example, against: schema)
        known[judged] = isRight
        return isRight
    }

    private struct Judged: Hashable {
        let example: Node.Identity
        let schema: SchemaID
    }

    /// The members of an object that something is wrong with.
    func wrongMembers(of json: JSON, _ schema: SchemaID) -> [String] {
        guard let node = json.node else { return [] }
        var names: [String] = []
        for violation in validator.validate(node, against: schema) {
            guard let first = violation.pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().first else { continue }
            let name = PointerToken.name(first)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}

/// FNV-1a: the same number for the same text, everywhere.
struct Seed {
    private(set) var value: UInt64

    init(_ start: UInt64) { value = 0xCBF2_9CE4_8422_2325 ^ start }

    mutating func mix(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        // So that "ab" + "c" is not "a" + "bc".
        value = (value ^ 0xFF) &* 0x0000_0100_0000_01B3
    }

    static func of(_ start: UInt64, _ texts: String...) -> UInt64 {
        var seed = Seed(start)
        for text in texts { seed.mix(text.utf8) }
        return seed.value
    }
}
