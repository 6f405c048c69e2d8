import Foundation
import TypewrightRuntime

// Sampled instances through generated and compiled code: validate the text, decode, validate the value, encode,
// compare, and the same through Foundation's coders. Compiled together with the Table.swift that `typewright-samples`
// writes; prints a line for each failure and one with the counts.

@main
struct RoundTrip {
    static func main() throws {
        for line in try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            if parts.count == 2 { Samples.texts[String(parts[0]), default: []].append(String(parts[1])) }
        }
        runAll()
        print("ran\t\(Samples.schemas)\t\(Samples.instances)")
    }
}

enum Samples {
    nonisolated(unsafe) static var texts: [String: [String]] = [:]
    nonisolated(unsafe) static var schemas = 0
    nonisolated(unsafe) static var instances = 0
}

func run<Value: JSONCodable & Hashable & Codable>(_ pointer: String, _ type: Value.Type) {
    run(pointer, type, { try Value.validate(json: $0) }, { try $0.validate() })
}

/// An alias whose schema asks more than its Swift type shows.
func run<Value: JSONCodable & Hashable & Codable, Schema: JSONValidator>(_ pointer: String, _ type: Value.Type, _ schema: Schema.Type) {
    run(pointer, type, { try Schema.validate(json: $0) }, { try Schema.validate($0) })
}

private func run<Value: JSONCodable & Hashable & Codable>(
    _ pointer: String, _ type: Value.Type, _ validateText: (String) throws -> Void, _ validateValue: (Value) throws -> Void
) {
    guard let texts = Samples.texts[pointer] else { return }
    Samples.schemas += 1
    for text in texts {
        Samples.instances += 1
        var step = "validate text"
        do {
            try validateText(text)
            step = "decode"
            let value = try Value(json: text)
            step = "validate value"
            try validateValue(value)
            step = "encode"
            let written = try value.jsonString()
            step = "compare"
            if let difference = try difference(JSONValue(json: text), JSONValue(json: written), at: "#") {
                fail(pointer, step, difference, text)
            } else {
                step = "decode by Foundation"
                if try isSameThroughFoundation(value, text) { continue }
                fail(pointer, step, "it is another value", text)
            }
        } catch {
            fail(pointer, step, "\(error)", text)
        }
        return
    }
}

/// Foundation's coders tell numbers apart by what they can hold, so the text is read by them first. How many trials the
/// branches of a union may take depends on the text, which is a part of it here: where the whole has a union that was
/// given up, the parts may tell it, or another.
private func isSameThroughFoundation<Value: JSONCodable & Hashable & Codable>(_ value: Value, _ text: String) throws -> Bool {
    func hasUnrecognized(_ value: Value) -> Bool { String(describing: value).contains("unrecognized(") }
    let plain = try Value(json: JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)).json())
    let isRecognized = !hasUnrecognized(plain)
    func isSame(_ json: Data) throws -> Bool {
        let decoded = try JSONDecoder().decode(Value.self, from: json)
        return try !isRecognized || !hasUnrecognized(decoded) && JSONValue(json: decoded.json()) == JSONValue(json: plain.json())
    }
    return try isSame(Data(text.utf8)) && isSame(JSONEncoder().encode(value))
}

/// The first place where what was written is not what was read.
private func difference(_ read: JSONValue, _ written: JSONValue, at place: String) -> String? {
    guard read != written else { return nil }
    switch (read, written) {
    case (.object(let a), .object(let b)):
        for (key, value) in a {
            guard let other = b[key] else { return "\(place)/\(key) is gone" }
            if let found = difference(value, other, at: "\(place)/\(key)") { return found }
        }
        return "\(place) has more members than before"
    case (.array(let a), .array(let b)) where a.count == b.count:
        return zip(a, b).enumerated().lazy.compactMap { difference($1.0, $1.1, at: "\(place)/\($0)") }.first
    default: return "\(place) became \(written), from \(read)"
    }
}

private func fail(_ pointer: String, _ step: String, _ reason: String, _ text: String) {
    let lines = reason.split(separator: "\n").joined(separator: " / ")
    print("failed\t\(pointer)\t\(step)\t\(lines.prefix(500))\t\(text.prefix(400))")
}
