import Testing
import TypewrightRuntime
import TypewrightTestSupport

/// Damages texts at random, with a fixed seed: nothing may crash, and what no reader of
/// `JSONValue` accepts, no typed reader may accept.
@Suite("Damaged JSON", .aside)
struct MutationTests {
    @Test func `no damage crashes a reader or gets past one`() throws {
        var random = SeededGenerator(seed: 20_260_131)
        let seeds = [
            SampleTests.assistants,
            #"{"required":"a","optional":2e0,"required_nullable":"\ud83d\ude00é","tags":{"a":null},"parent":{"required":"a","required_nullable":"b"}}"#,
            #"[1,["a",1.5,true],{"id":"i","provider":"p"},{"total":1,"x":-0.0},"x",{"name":"n","version":2}]"#,
        ].map { Array($0.utf8) }
        for round in 0..<6000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0...random.below(3) { bytes.damage(&random) }
            let isJSON = (try? JSONValue(json: bytes)) != nil
            let typed = [
                accepts(AssistantListResponse.self, bytes), accepts(Presences.self, bytes), accepts([Guess].self, bytes),
                accepts([Owner].self, bytes), accepts([Versioned].self, bytes), accepts(Empty.self, bytes), accepts(Keeper.self, bytes),
            ]
            #expect(isJSON || !typed.contains(true), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    private func accepts<Value: JSONCodable>(_ type: Value.Type, _ bytes: [UInt8]) -> Bool {
        guard let value = try? Value(json: bytes) else { return false }
        let again = try? Value(json: value.json())
        #expect(again == value)
        return true
    }
}
