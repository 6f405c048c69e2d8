import Foundation
import Testing
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightValidation

@Suite(.aside) struct SamplerTests {
    @Test func samplesAreDeterministicAndPlausible() throws {
        let schema = try TestSchema(#"{"type":"object","required":["id","email","created_at"],"properties":{"id":{"type":"integer","minimum":1},"email":{"type":"string","format":"email"},"created_at":{"type":"string","format":"date-time"},"tags":{"type":"array","items":{"type":"string","pattern":"^[a-z]{3}-\\d+$"}}}}"#)
        let id = schema.spec.namedSchemas[0].schema
        let first = try #require(Sampler(schema.spec).sample(of: id, seed: 7))
        #expect(first == Sampler(schema.spec).sample(of: id, seed: 7))
        #expect(first != Sampler(schema.spec).sample(of: id, seed: 8))
        #expect(first.contains("@example.com"))
    }

    @Test(arguments: [
        #"{"type":"integer","exclusiveMinimum":5,"exclusiveMaximum":7}"#, #"{"type":"number","minimum":0.1,"maximum":0.2,"multipleOf":0.05}"#,
        #"{"type":"integer","minimum":9007199254740993}"#, #"{"type":"integer","multipleOf":7,"minimum":100,"maximum":110}"#,
        #"{"type":"string","minLength":30,"maxLength":31}"#, #"{"type":"string","maxLength":2}"#, #"{"type":"string","pattern":"^(\\d{3}-){2}[A-F]+$","minLength":20}"#,
        #"{"type":"array","minItems":3,"uniqueItems":true,"items":{"enum":[1,2,3]}}"#, #"{"contains":{"const":7},"minContains":2,"type":"array"}"#,
        #"{"minProperties":2,"propertyNames":{"pattern":"^x"},"type":"object"}"#, #"{"type":"object","required":["a"],"dependentRequired":{"a":["b"]}}"#,
        #"{"type":"object","patternProperties":{"^n_[0-9]$":{"type":"number"}},"additionalProperties":false,"minProperties":1}"#,
        #"{"allOf":[{"type":["string","integer"]},{"type":["integer","null"]}],"minimum":3}"#, #"{"oneOf":[{"type":"string"},{"type":"integer"}],"not":{"type":"string"}}"#,
        #"{"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]},"type":"object"}"#,
        ##"{"type":"object","required":["next"],"properties":{"next":{"anyOf":[{"$ref":"#"},{"type":"null"}]}}}"##,
        #"{"prefixItems":[{"type":"string"},{"type":"boolean"}],"items":false,"minItems":2,"type":"array"}"#,
        // What satisfies one satisfies the other, unless it has what the other does not take.
        #"{"oneOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"object","properties":{"b":{"type":"string"},"c":{"type":"boolean"}}}]}"#,
        // A format that contradicts the rest is only told.
        #"{"type":"string","format":"uuid","minLength":40,"maxLength":40}"#,
    ])
    func hardSchemasHaveSamples(text: String) throws {
        let schema = try TestSchema(text)
        for seed in 0..<5 {
            let sample = try #require(Sampler(schema.spec).sample(of: schema.spec.namedSchemas[0].schema, seed: UInt64(seed)))
            #expect(try schema.isValid(sample), "\(sample)")
        }
    }

    @Test(arguments: [
        #"{"type":"object","required":["a"],"properties":{"a":false}}"#,
        // Never ends: each has two of its own kind.
        ##"{"type":"object","required":["lines"],"properties":{"lines":{"type":"array","minItems":2,"items":{"$ref":"#"}}}}"##,
        ##"{"type":"array","minItems":40,"items":{"$ref":"#"}}"##,
    ])
    func whatCannotBeHasNoSample(json: String) throws {
        let schema = try TestSchema(json)
        #expect(Sampler(schema.spec).sample(of: schema.spec.namedSchemas[0].schema) == nil)
    }

    @Test(.enabled(if: SharedData.has("corpus"), "skipped: there is no corpus beside the checkout"), arguments: [
        "adyen-checkout.json", "discord.json", "github.json", "stripe-2020.json", "openai.json", "slack.json", "twilio-api.json", "asana.yaml",
    ])
    func namedSchemasOfRealDocumentsHaveSamples(path: String) throws {
        let files = FolderFiles(folder: SharedData.place(of: "corpus"))
        let spec = try #require(loadSpec(path, files: files, sources: SourceMap(), sink: DiagnosticSink()))
        let sampler = Sampler(spec)
        let without = spec.namedSchemas.filter { sampler.sample(of: $0.schema, seed: 1) == nil }
        #expect(without.map(\.name) == [])
    }

    /// Of the suite's schemas that something satisfies, nearly all have samples.
    @Test(.enabled(if: SharedData.has("suites/json-schema/tests"), "skipped: the JSON Schema suite is not beside the checkout"))
    func schemasOfTheSuiteHaveSamples() throws {
        let run = SuiteRun(draft: .draft2020, formats: .asserted)
        for file in SharedData.files("suites/json-schema/tests/draft2020-12") {
            run.sample("suites/json-schema/tests/draft2020-12/\(file)")
        }
        #expect(run.sampled > 300)
        #expect(run.unsampled.count * 20 <= run.sampled, "\(run.unsampled)")
    }
}
