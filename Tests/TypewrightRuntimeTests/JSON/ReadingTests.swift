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
        struct Odd: JSONObject {
            var first: Int
            var second: Int
            static let jsonKeys = JSONKeys(#"a%20b%21"\c%25! é"#)
            init(_ blank: JSONBlank) { (first, second) = (0, 0) }
            mutating func readMember(_ key: Int, from reader: inout JSONReader) {
                switch key {
                case 0: reader.read(&first)
                case 1: reader.read(&second)
                default: break
                }
            }
            func writeMembers(to writer: inout JSONWriter) {
                writer.member(0, first)
                writer.member(1, second)
            }
        }
        let json = #"{"a b!\"\\c%":1,"é":2}"#
        let odd = try Odd(json: json)
        #expect(odd.first == 1 && odd.second == 2)
        #expect(try odd.jsonString() == json)
        #expect(throws: JSONError.self) { try Odd(json: #"{"é":2}"#) }
    }

    @Test func `a struct may have more keys than a word has bits`() throws {
        struct Wide: JSONObject {
            var values = [Int](repeating: 0, count: 130)
            static let jsonKeys = JSONKeys("""
                a0! a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 \
                d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 \
                g0 g1 g2 g3 g4 g5 g6 g7 g8 g9 h0 h1 h2 h3 h4 h5 h6 h7 h8 h9 i0 i1 i2 i3 i4 i5 i6 i7 i8 i9 \
                j0 j1 j2 j3 j4 j5 j6 j7 j8 j9 k0 k1 k2 k3 k4 k5 k6 k7 k8 k9 l0 l1 l2 l3 l4 l5 l6 l7 l8 l9 \
                m0 m1 m2 m3 m4 m5 m6 m7 m8 m9!
                """)
            init(_ blank: JSONBlank) {}
            mutating func readMember(_ key: Int, from reader: inout JSONReader) { reader.read(&values[key]) }
        }
        let wide = try Wide(json: #"{"m9":7,"a0":1,"g4":3,"m9":8}"#)
        #expect(wide.values[0] == 1 && wide.values[64] == 3 && wide.values[129] == 8)
        #expect(failure(Wide.self, #"{"a0":1}"#).hasPrefix(#"the required property "m9" is missing"#))
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

    enum Pet: JSONUnion {
        case dog(Dog)
        case cat(Cat)
        case unrecognized(JSONValue)

        struct Dog: JSONObject {
            var name: String?
            static let jsonKeys = JSONKeys("name")
            init(_ blank: JSONBlank) {}
            mutating func readMember(_ key: Int, from reader: inout JSONReader) { reader.read(&name) }
            func writeMembers(to writer: inout JSONWriter) { writer.optional(0, name) }
        }

        struct Cat: JSONObject {
            var name: Nullable<String>?
            var lives: Int?
            static let jsonKeys = JSONKeys("name lives")
            init(_ blank: JSONBlank) {}
            mutating func readMember(_ key: Int, from reader: inout JSONReader) {
                if key == 0 { reader.read(&name) } else { reader.read(&lives) }
            }
            func writeMembers(to writer: inout JSONWriter) {
                writer.optional(0, name)
                writer.optional(1, lives)
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

    struct Holder: JSONObject {
        var any: JSONValue?
        static let jsonKeys = JSONKeys("any")
        init(_ blank: JSONBlank) {}
        mutating func readMember(_ key: Int, from reader: inout JSONReader) { reader.read(&any) }
        func writeMembers(to writer: inout JSONWriter) { writer.optional(0, any) }
    }

    /// Two trials at each level, of which the first fails only at its end.
    indirect enum Nest: JSONUnion {
        case strict(Strict)
        case unrecognized(JSONValue)

        struct Strict: JSONObject {
            var a: Nest
            var b: String
            static let jsonKeys = JSONKeys("a! b!")
            init(_ blank: JSONBlank) {
                a = Nest(blank)
                b = ""
            }
            mutating func readMember(_ key: Int, from reader: inout JSONReader) {
                switch key {
                case 0: reader.read(&a)
                case 1: reader.read(&b)
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
