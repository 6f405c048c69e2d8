import Testing
import TypewrightRuntime
import TypewrightTestSupport

/// Schemas that lead back to themselves, against texts that go deep.
struct RecursionTests {
    /// `{"anyOf": [{"properties": {"a": {"$ref": "#"}}, "required": ["b"]}, {"properties": {"a": {"$ref": "#"}}}]}`:
    /// without a memory every level would double the work.
    private enum Doubling {
        static let first = JSONKeys("a b!")
        static let second = JSONKeys("a")

        static func check(_ c: JSONChecker) {
            guard c.enter(0, at: "#") else { return }
            c.anyOf()
            if c.branch() { members(first, c) }
            if c.branch() { members(second, c) }
            c.end()
            c.leave()
        }

        private static func members(_ keys: JSONKeys, _ c: JSONChecker) {
            c.object(keys)
            while let key = c.next() {
                if key == .k0 { check(c) }
            }
        }
    }

    private func nested(_ depth: Int, innermost: String) -> [UInt8] {
        Array((String(repeating: #"{"a":"#, count: depth) + innermost + String(repeating: "}", count: depth)).utf8)
    }

    @Test func branchesWithinBranchesTakeLinearTime() throws {
        var options = ValidationOptions()
        options.maximumDepth = 512
        let time = try threadTime {
            try JSONChecker.validate(nested(120, innermost: "{}"), options, Doubling.check)
            #expect(throws: ValidationError.self) { try JSONChecker.validate(nested(120, innermost: "1"), options, Doubling.check) }
        }
        #expect(time < .seconds(5))
    }

    @Test func depthIsLimited() throws {
        let error = try #require(throws: ValidationError.self) {
            try JSONChecker.validate(nested(100_000, innermost: "{}"), .init(), Doubling.check)
        }
        #expect(error.violations.map(\.keyword) == ["json"])
        let skipped = try #require(throws: ValidationError.self) {
            try JSONChecker.validate(nested(100_000, innermost: "{}"), .init()) { $0.any() }
        }
        #expect(skipped.violations.count == 1)
    }

    @Test func theDeepestThatIsAllowedFitsTheStack() throws {
        var options = ValidationOptions()
        options.maximumDepth = 512
        try JSONChecker.validate(nested(512, innermost: "1"), options) { c in
            func node(_ c: JSONChecker) {
                c.begin()
                c.type([.object, .integer])
                c.again()
                switch c.kind {
                case .object:
                    c.object()
                    while c.next() != nil { node(c) }
                default: c.any()
                }
                c.end()
            }
            node(c)
        }
    }

    @Test func manyItemsAreComparedQuickly() throws {
        let json = "[" + (0..<50_000).map(String.init).joined(separator: ",") + "]"
        let time = try threadTime {
            try JSONChecker.validate(Array(json.utf8), .init()) { c in
                c.array(unique: true)
                c.rest()
            }
        }
        #expect(time < .seconds(5))
    }
}
