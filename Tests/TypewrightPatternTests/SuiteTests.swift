import Foundation
import Testing
import TypewrightTestSupport
@testable import TypewrightPattern

/// The files of the JSON Schema Test Suite that are about regular expressions, with as much of
/// a validator as they ask for.
@Suite(.aside) struct SuiteTests {
    private static let tests = "suites/json-schema/tests"

    @Test(.enabled(if: SharedData.has(tests), "skipped: the JSON Schema suite is not beside the checkout"))
    func jsonSchemaTestSuite() throws {
        var cases = 0
        for draft in ["draft4", "draft6", "draft7", "draft2019-09", "draft2020-12", "v1"] {
            for file in ["pattern", "patternProperties", "optional/ecmascript-regex", "optional/non-bmp-regex"] {
                let data = Data(try #require(SharedData.text("\(Self.tests)/\(draft)/\(file).json")))
                for group in try JSONDecoder().decode([Group].self, from: data) {
                    for test in group.tests {
                        let verdict = try Self.accepts(group.schema, test.data)
                        #expect(verdict == test.valid, "\(draft)/\(file): \(group.description): \(test.description)")
                        cases += 1
                    }
                }
            }
        }
        #expect(cases == 714)
    }

    private struct Group: Decodable {
        struct Test: Decodable {
            var description: String
            var data: JSON
            var valid: Bool
        }
        var description: String
        var schema: JSON
        var tests: [Test]
    }

    private enum JSON: Decodable {
        case null, boolean(Bool), number(Double), string(String), array([JSON]), object([String: JSON])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let value = try? container.decode(Bool.self) {
                self = .boolean(value)
            } else if let value = try? container.decode(Double.self) {
                self = .number(value)
            } else if let value = try? container.decode(String.self) {
                self = .string(value)
            } else if let value = try? container.decode([JSON].self) {
                self = .array(value)
            } else {
                self = .object(try container.decode([String: JSON].self))
            }
        }

        func isType(_ name: String) -> Bool {
            switch self {
            case .null: name == "null"
            case .boolean: name == "boolean"
            case .number(let value): name == "number" || name == "integer" && value == value.rounded()
            case .string: name == "string"
            case .array: name == "array"
            case .object: name == "object"
            }
        }
    }

    private static func accepts(_ schema: JSON, _ instance: JSON) throws -> Bool {
        if case .boolean(let accepts) = schema { return accepts }
        guard case .object(let keywords) = schema else { return false }
        for (keyword, value) in keywords {
            switch (keyword, value, instance) {
            case ("type", .string(let type), _): if !instance.isType(type) { return false }
            case ("maximum", .number(let maximum), .number(let number)): if number > maximum { return false }
            case ("pattern", .string(let pattern), .string(let text)): if try !matches(pattern, text) { return false }
            case ("patternProperties", .object(let schemas), .object(let members)):
                for (name, member) in members {
                    for (pattern, schema) in schemas where try matches(pattern, name) {
                        if try !accepts(schema, member) { return false }
                    }
                }
            case ("additionalProperties", .boolean(false), .object(let members)):
                guard case .object(let schemas)? = keywords["patternProperties"] else { return members.isEmpty }
                for name in members.keys where try !schemas.keys.contains(where: { try matches($0, name) }) { return false }
            case ("$schema", _, _), ("maximum", _, _), ("pattern", _, _), ("patternProperties", _, _), ("additionalProperties", _, _): break
            default: Issue.record("the suite uses \(keyword), which this test does not know")
            }
        }
        return true
    }
}
