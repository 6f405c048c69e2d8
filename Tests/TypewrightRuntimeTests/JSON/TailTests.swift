import Testing
import TypewrightTestSupport
@testable import TypewrightRuntime

/// Long texts are read where they stand, and only their last part from a copy. So what a
/// short text gives, its end must give behind a long string as well.
@Suite("The tail of a text", .aside)
struct TailTests {
    @Test func `long texts are read as short ones are`() throws {
        var random = SeededGenerator(seed: 7)
        for round in 0..<600 {
            var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
            if round >= Self.seeds.count { bytes.damage(&random) }
            compare(JSONValue.self, bytes)
            compare(AssistantListResponse.self, bytes)
            compare(Presences.self, bytes)
            compare([Guess].self, bytes)
            compare([Content].self, bytes)
            compare([Versioned].self, bytes)
            compare(Row.self, bytes)
            compare(Keeper.self, bytes)
        }
    }

    @Test func `the copy begins at the fourth of the last quotes that end strings`() {
        let quotes = String(repeating: #""a\"","#, count: 400)
        let offset = offset("[" + quotes + "1" + String(repeating: " ", count: 40) + "]")
        #expect(offset == 1 + 398 * 6)
        #expect(self.offset(String(repeating: "1", count: 5000)) == nil)
        #expect(self.offset(quotes + String(repeating: " ", count: 1000)) == nil)
        #expect(self.offset(#"["a","b","c"]"#) == nil)
    }

    private func offset(_ text: String) -> Int? {
        Array(text.utf8).withUnsafeBufferPointer { JSONReader.tailOffset($0) }
    }

    static let seeds = [
        SampleTests.assistants,
        #"{"required":"a","optional":2e0,"required_nullable":"\ud83d\ude00é","tags":{"a":null},"parent":{"required":"a","required_nullable":"b"}}"#,
        #"[1,["a",1.5,true],{"id":"i","provider":"p"},{"total":1,"x":-0.0},"x",{"name":"n","version":2}]"#,
        #"["", "\"", "\\", "\\\"" , {"" : ""} , [ [ ] , { } ] , "a","b","c","d" ]"#,
        #"{"a":"b","c":{"d":"e","f":["g","h"]},"i":["","",""],"j":null} "#,
        "\n[ true , false , null , -12.5e-3 , 123456789012345678901234567890 ]\n\n",
        #"[{"version":1,"name":"n"},{"version":true},{"version":"é"}]"#,
    ]

    private func compare<Value: JSONCodable>(_ type: Value.Type, _ bytes: [UInt8]) {
        let short = result(type, bytes, padding: 1)
        for padding in [1100, 1013] {
            let long = result(type, bytes, padding: padding)
            #expect(short == long, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    /// What comes of a text as the last element of an array: the value as JSON, or where from the
    /// beginning of the text the error is, and its message.
    private func result<Value: JSONCodable>(_ type: Value.Type, _ bytes: [UInt8], padding: Int) -> [UInt8] {
        let prefix = Array("[\"".utf8) + [UInt8](repeating: 0x61, count: padding) + Array("\",".utf8)
        do {
            return try Behind<Value>(json: prefix + bytes + [0x5D]).value.json()
        } catch {
            return Array("\(error.offset - prefix.count): \(error.message) at \(error.pointer)".utf8)
        }
    }

    private struct Behind<Value: JSONCodable>: JSONTuple, Hashable, Codable {
        var padding = ""
        var value: Value

        static var jsonRequiredCount: Int { 2 }
        init(_ blank: JSONBlank) { value = Value(blank) }

        mutating func readElement(_ index: Int, from reader: inout JSONReader) {
            switch index {
            case 0: reader.read(&padding)
            case 1: reader.read(&value)
            default: reader.skip()
            }
        }

        func writeElements(to writer: inout JSONWriter) {}
    }
}

@Suite("Strings built in memory")
struct BuiltStringTests {
    /// If this fails, reading still works, but with the standard library's slower way: then
    /// `SmallString` or `LongString` is to be written anew or deleted.
    @Test func `they lie in memory as they are built`() {
        #expect(SmallString.areAsBuilt)
        #if os(Linux)
        #expect(LongString.type != 0)
        #endif
    }

    /// What the standard library does with a string's own memory: it fills what is left of it, moves what does not fit,
    /// and notes the places of some indices behind the bytes.
    @Test func `long strings can be changed, indexed and kept like any others`() throws {
        for count in Array(1...140) + [1000, 4096] {
            for character in ["a", "é"] {
                let text = String(repeating: character, count: count)
                var read = try String(json: "\"\(text)\"")
                let kept = read
                for _ in 0..<80 { read += "ö" }
                #expect(read == text + String(repeating: "ö", count: 80))
                #expect(kept == text)
                #expect(kept.utf16.count == count)
                let middle = kept.utf16.index(kept.utf16.startIndex, offsetBy: count / 2)
                #expect(kept[middle...].count == count - count / 2)
                #expect([kept: 1][text] == 1)
                var shared = kept
                shared.removeLast()
                #expect(shared.count == count - 1)
                #expect(kept.count == count)
            }
        }
    }

    @Test func `strings of all lengths are the same in every way they are made`() throws {
        for count in 0...40 {
            for text in [String("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH".prefix(count)), String(repeating: "é", count: count)] {
                let bytes = Array(text.utf8) + [UInt8](repeating: 0x7A, count: JSONReader.padding)
                let isASCII = bytes.allSatisfy { $0 < 0x80 }
                let plain = bytes.withUnsafeBufferPointer { JSONReader.string(.init(rebasing: $0.dropLast(JSONReader.padding)), isASCII: isASCII) }
                #expect(plain == text)
                let read = try String(json: "\"\(text)\"")
                #expect(read == text)
                #expect(read.utf8.count == text.utf8.count)
                #expect(read.hashValue == text.hashValue)
                #expect(read + "!" == text + "!")
            }
        }
    }
}
