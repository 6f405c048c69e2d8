import Testing
import TypewrightRuntime

@Suite("Reading JSON")
struct ReadingTests {
    /// The sentence that a failing read prints.
    private func failure<Value: JSONCodable>(_ type: Value.Type, _ json: String) -> String {
        do {
            _ = try Value(json: json)
            return "read"
        } catch {
            return "\(error)"
        }
    }

    @Test func `errors tell what was expected, what was found, and where`() {
        #expect(
            failure([Voice].self, #"[{"id":"a","provider":"p"},"# + "\n  " + #"{"id":"é","provider":"p","speed":"fast"}]"#)
                == #"expected a number, found the string "fast" at /1/speed (line 2, column 36)"#)
        #expect(
            failure(AssistantListResponse.self, #"{"assistants":[{"id":"a"}]}"#)
                == #"the required property "background_sound" is missing at /assistants/0 (line 1, column 16)"#)
        #expect(failure(Voice.self, "[]") == "expected an object, found an array at the top (line 1, column 1)")
        #expect(failure(Int.self, "1.5") == "expected an integer, found the number 1.5 at the top (line 1, column 1)")
        #expect(failure([Bool].self, "[tru]") == #"expected true or false, found "tru" at /0 (line 1, column 2)"#)
        #expect(failure([String: Int].self, #"{"a/b~c":null}"#) == #"expected an integer, found "null" at /a~1b~0c (line 1, column 10)"#)
        #expect(failure([Int].self, "[1") == "expected a comma or a closing bracket, found the end of the text at /0 (line 1, column 3)")
        #expect(failure(Row.self, "[\"a\"]") == "at least 2 elements are required at the top (line 1, column 1)")
        #expect(failure(JSONValue.self, "") == "expected a value, found the end of the text at the top (line 1, column 1)")
        #expect(failure(JSONValue.self, "1 2") == "expected the end of the text, found the number 2 at the top (line 1, column 3)")
    }

    @Test func `integers are read by what they mean, not by how they are spelled`() throws {
        #expect(try [Int](json: "[1.0,1e2,-0,12300e-2,9223372036854775807,-9223372036854775808]")
            == [1, 100, 0, 123, .max, .min])
        #expect(failure(Int.self, "9223372036854775808")
            == "the number 9223372036854775808 does not fit into a 64-bit integer at the top (line 1, column 1)")
        #expect(failure(Int32.self, "2147483648").hasPrefix("the number 2147483648 does not fit into a 32-bit integer"))
        #expect(try UInt64(json: "18446744073709551615") == .max)
        #expect(failure(Int.self, "1e99999999999999999999").contains("does not fit"))
        #expect(try Int(json: "0e99999999999999999999") == 0)
    }

    @Test func `floating-point numbers are rounded correctly`() throws {
        // The standard library converts exactly.
        for text in [
            "0.1", "123456789012345678", "1.7976931348623157e308", "5e-324", "2.2250738585072011e-308", "1e-400",
            "9007199254740993", "0.000001234", "1e23", "999999999999999", "0.000000000000001", "-123.456e7",
        ] {
            #expect(try Double(json: text) == Double(text), "\(text)")
        }
        #expect(try Double(json: "-0.0").sign == .minus)
        #expect(failure(Double.self, "1e400").hasPrefix("the number 1e400 is beyond the range"))
        #expect(try Float(json: "1.00000017881393432617187499") == 1.0000001)
    }

    @Test func `nesting is limited, by 128 unless said otherwise`() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(throws: Never.self) { try JSONValue(json: nested(128)) }
        #expect(failure(JSONValue.self, nested(129)).hasPrefix("arrays and objects are nested too deep"))
        #expect(throws: Never.self) { try JSONValue(json: nested(512), options: JSONReadOptions(maximumDepth: 100_000)) }
        #expect(throws: JSONError.self) { try JSONValue(json: nested(513), options: JSONReadOptions(maximumDepth: 100_000)) }
        #expect(throws: JSONError.self) { try Keeper(json: #"{"name":"","x":"# + nested(128) + "}") }
        #expect(failure(Content.self, String(repeating: #"{"content":"#, count: 200)).contains("too deep"))
    }

    @Test func `of repeated keys the last one wins, as a whole`() throws {
        let presences = try Presences(json: #"""
            {"required":"a","required_nullable":"b","tags":{"x":"1"},"parent":{"required":"p","required_nullable":null,"optional":1},
            "required":"c","tags":{"y":"2"},"parent":{"required":"q","required_nullable":null}}
            """#)
        #expect(presences == Presences(
            required: "c", requiredNullable: "b", tags: ["y": "2"], parent: Presences(required: "q", requiredNullable: nil)))
        #expect(try JSONValue(json: #"{"a":1,"b":2,"a":3}"#).description == #"{"a":3,"b":2}"#)
    }

    @Test func `keys match whatever way they are spelled`() throws {
        #expect(try Voice(json: #"{"provid\u0065r":"p","\u0069d":"i"}"#) == Voice(id: "i", provider: .unrecognized("p")))
        struct Odd: JSONObject, Hashable, Codable {
            var first: Int
            var second: Int
            static let jsonKeys = JSONKeys(#"a%20b%21"\c%25! é"#)
            init(_ blank: JSONBlank) { (first, second) = (0, 0) }
            mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
                switch key {
                case .k0: reader.int(&first)
                case .k1: reader.int(&second)
                default: break
                }
            }
            func writeMembers(to writer: JSONMemberWriter) {
                writer.int(0, first)
                writer.int(1, second)
            }
        }
        let json = #"{"a b!\"\\c%":1,"é":2}"#
        let odd = try Odd(json: json)
        #expect(odd.first == 1 && odd.second == 2)
        #expect(try odd.jsonString() == json)
        #expect(throws: JSONError.self) { try Odd(json: #"{"é":2}"#) }
    }

    @Test func `a struct may have more keys than a word has bits`() throws {
        struct Wide: JSONObject, Hashable, Codable {
            var values = [Int](repeating: 0, count: 130)
            static let jsonKeys = JSONKeys("""
                a0! a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 \
                d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 \
                g0 g1 g2 g3 g4 g5 g6 g7 g8 g9 h0 h1 h2 h3 h4 h5 h6 h7 h8 h9 i0 i1 i2 i3 i4 i5 i6 i7 i8 i9 \
                j0 j1 j2 j3 j4 j5 j6 j7 j8 j9 k0 k1 k2 k3 k4 k5 k6 k7 k8 k9 l0 l1 l2 l3 l4 l5 l6 l7 l8 l9 \
                m0 m1 m2 m3 m4 m5 m6 m7 m8 m9!
                """)
            init(_ blank: JSONBlank) {}
            mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) { reader.int(&values[reader.index]) }
        }
        let wide = try Wide(json: #"{"m9":7,"a0":1,"g4":3,"m9":8}"#)
        #expect(wide.values[0] == 1 && wide.values[64] == 3 && wide.values[129] == 8)
        #expect(failure(Wide.self, #"{"a0":1}"#).hasPrefix(#"the required property "m9" is missing"#))
    }

    @Test func `each key has its case, and what is beyond them its number`() throws {
        struct Wider: JSONObject, Hashable, Codable {
            var values = [Int](repeating: 0, count: 300)
            static let jsonKeys = JSONKeys("""
                p0 p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p14 p15 p16 p17 p18 p19 p20 p21 p22 p23 p24 p25 \
                p26 p27 p28 p29 p30 p31 p32 p33 p34 p35 p36 p37 p38 p39 p40 p41 p42 p43 p44 p45 p46 p47 p48 p49 \
                p50 p51 p52 p53 p54 p55 p56 p57 p58 p59 p60 p61 p62 p63 p64 p65 p66 p67 p68 p69 p70 p71 p72 p73 \
                p74 p75 p76 p77 p78 p79 p80 p81 p82 p83 p84 p85 p86 p87 p88 p89 p90 p91 p92 p93 p94 p95 p96 p97 \
                p98 p99 p100 p101 p102 p103 p104 p105 p106 p107 p108 p109 p110 p111 p112 p113 p114 p115 p116 \
                p117 p118 p119 p120 p121 p122 p123 p124 p125 p126 p127 p128 p129 p130 p131 p132 p133 p134 p135 \
                p136 p137 p138 p139 p140 p141 p142 p143 p144 p145 p146 p147 p148 p149 p150 p151 p152 p153 p154 \
                p155 p156 p157 p158 p159 p160 p161 p162 p163 p164 p165 p166 p167 p168 p169 p170 p171 p172 p173 \
                p174 p175 p176 p177 p178 p179 p180 p181 p182 p183 p184 p185 p186 p187 p188 p189 p190 p191 p192 \
                p193 p194 p195 p196 p197 p198 p199 p200 p201 p202 p203 p204 p205 p206 p207 p208 p209 p210 p211 \
                p212 p213 p214 p215 p216 p217 p218 p219 p220 p221 p222 p223 p224 p225 p226 p227 p228 p229 p230 \
                p231 p232 p233 p234 p235 p236 p237 p238 p239 p240 p241 p242 p243 p244 p245 p246 p247 p248 p249 \
                p250 p251 p252 p253 p254 p255 p256 p257 p258 p259 p260 p261 p262 p263 p264 p265 p266 p267 p268 \
                p269 p270 p271 p272 p273 p274 p275 p276 p277 p278 p279 p280 p281 p282 p283 p284 p285 p286 p287 \
                p288 p289 p290 p291 p292 p293 p294 p295 p296 p297 p298 p299
                """)
            init(_ blank: JSONBlank) {}
            var keys: [String] = []
            mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
                reader.int(&values[reader.index])
                keys.append("\(key)")
            }
            static func check(_ c: JSONChecker) {
                c.object(jsonKeys)
                while let key = c.next() {
                    switch key {
                    case .k249: c.integer(maximum: 1)
                    case .beyond: if c.index == 250 { c.integer(maximum: 2) }
                    default: break
                    }
                }
            }
        }
        let wider = try Wider(json: #"{"p299":1,"p0":2,"p249":3,"p250":4}"#)
        #expect([0, 249, 250, 299].map { wider.values[$0] } == [2, 3, 4, 1])
        let all = try Wider(json: "{" + (0..<300).map { "\"p\($0)\":\($0)" }.joined(separator: ",") + "}")
        #expect(all.values == Array(0..<300))
        #expect(all.keys == (0..<250).map { "k\($0)" } + Array(repeating: "beyond", count: 50))
        let error = try #require(throws: ValidationError.self) { try Wider.validate(json: #"{"p299":9,"p249":3,"p250":4}"#) }
        #expect(error.violations.map(\.pointer) == ["/p249", "/p250"])
    }

    @Test func `trials within trials do not take exponential time`() throws {
        // Each level is first read as a box with a wrong end.
        let depth = 120
        let json = String(repeating: #"{"total":"#, count: depth) + "x" + String(repeating: "}", count: depth)
        #expect(throws: JSONError.self) { try Nest(json: json) }
        let valid = String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: #","b":0}"#, count: depth)
        #expect(try Nest(json: valid).jsonString() == valid)
    }

    @Test func `of the branches that could read a value the one that knows most of it does`() throws {
        let ours = try Pet(json: #"{"name":"Tom","lives":7}"#)
        #expect(try ours.jsonString() == #"{"name":"Tom","lives":7}"#)
        guard case .cat = ours else { Issue.record("\(ours)"); return }
        guard case .dog = try Pet(json: #"{"name":"Rex"}"#) else { Issue.record("the first of equals"); return }
        guard case .unrecognized = try Pet(json: "[]") else { Issue.record("none of them"); return }
        // A dog's name cannot be null, and would come out absent.
        let nameless = try Pet(json: #"{"name":null}"#)
        #expect(try nameless.jsonString() == #"{"name":null}"#)
    }

    enum Pet: JSONUnion, Hashable, Codable {
        case dog(Dog)
        case cat(Cat)
        case unrecognized(JSONValue)

        struct Dog: JSONObject, Hashable, Codable {
            var name: String?
            static let jsonKeys = JSONKeys("name")
            init(_ blank: JSONBlank) {}
            mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) { reader.string(&name) }
            func writeMembers(to writer: JSONMemberWriter) { writer.string(0, optional: name) }
        }

        struct Cat: JSONObject, Hashable, Codable {
            var name: Nullable<String>?
            var lives: Int?
            static let jsonKeys = JSONKeys("name lives")
            init(_ blank: JSONBlank) {}
            mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
                if key == .k0 { reader.nullable(&name) } else { reader.int(&lives) }
            }
            func writeMembers(to writer: JSONMemberWriter) {
                writer.value(0, optional: name)
                writer.int(1, optional: lives)
            }
        }

        mutating func read(from reader: inout JSONReader) {
            switch reader.best(of: Dog.self, Cat.self) {
            case let value as Dog: self = .dog(value)
            case let value as Cat: self = .cat(value)
            default: self = .unrecognized(reader.unrecognized())
            }
        }

        func write(to writer: inout JSONWriter) {
            switch self {
            case .dog(let value): value.write(to: &writer)
            case .cat(let value): value.write(to: &writer)
            case .unrecognized(let value): value.write(to: &writer)
            }
        }
    }

    @Test func `null is a value where any value is taken`() throws {
        #expect(try Holder(json: #"{"any":null}"#).jsonString() == #"{"any":null}"#)
        #expect(try Holder(json: "{}").jsonString() == "{}")
    }

    struct Holder: JSONObject, Hashable, Codable {
        var any: JSONValue?
        static let jsonKeys = JSONKeys("any")
        init(_ blank: JSONBlank) {}
        mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) { reader.json(&any) }
        func writeMembers(to writer: JSONMemberWriter) { writer.value(0, optional: any) }
    }

    /// Two trials at each level, of which the first fails only at its end.
    indirect enum Nest: JSONUnion {
        case strict(Strict)
        case unrecognized(JSONValue)

        struct Strict: JSONObject, Hashable, Codable {
            var a: Nest
            var b: String
            static let jsonKeys = JSONKeys("a! b!")
            init(_ blank: JSONBlank) {
                a = Nest(blank)
                b = ""
            }
            mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
                switch key {
                case .k0: reader.value(&a)
                case .k1: reader.string(&b)
                default: break
                }
            }
        }

        mutating func read(from reader: inout JSONReader) {
            switch reader.best(of: Strict.self, Strict.self) {
            case let value as Strict: self = .strict(value)
            default: self = .unrecognized(reader.unrecognized())
            }
        }

        func write(to writer: inout JSONWriter) {
            switch self {
            case .strict(let value): value.write(to: &writer)
            case .unrecognized(let value): value.write(to: &writer)
            }
        }
    }
}
