import Foundation
import TypewrightRuntime

// Whatever the bytes are: nothing crashes, nothing is read past the end (the address
// sanitizer watches), and what one reader accepts, the others do too.

/// Skips whatever it is given.
struct Skipper: JSONObject, Hashable, Codable {
    static let jsonKeys = JSONKeys("")
    init(_ blank: JSONBlank) {}
}

/// Checks strings in every way that looks at their characters.
struct Texts: JSONObject, Hashable, Codable {
    static let jsonKeys = JSONKeys("")
    static let cases: JSONKeys = JSONKeys("a\u{e9} b")
    init(_ blank: JSONBlank) {}

    static func check(_ c: JSONChecker) {
        c.anyOf()
        if c.branch() { c.string(minLength: 2, maxLength: 5, format: .dateTime) }
        if c.branch() { c.string(format: .uri) }
        if c.branch() { c.string(among: cases) }
        if c.branch() { c.string("a\u{e9}\n") }
        c.end()
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let value = try? JSONValue(json: bytes)
    if let value { checkRoundTrip(value) }
    checkSkipping(bytes, isJSON: value != nil)
    checkTyped(bytes, isJSON: value != nil)
    if let value { checkForeign(bytes, value) }
    for unique in [false, true] {
        checkArrays(bytes, unique, { $0.strings(minItems: 1, maxItems: 4, unique: unique, at: "#/items") }, { $0.string() })
        checkArrays(bytes, unique, { $0.numbers(minItems: 1, maxItems: 4, unique: unique, at: "#/items") }, { $0.number() })
    }
    return 0
}

func checkRoundTrip(_ value: JSONValue) {
    guard let written = try? value.json(), let again = try? JSONValue(json: written) else {
        fatalError("what was read cannot be written and read again")
    }
    guard again == value, again.hashValue == value.hashValue else { fatalError("the value has changed") }
    guard let pretty = try? value.json(pretty: true), let same = try? JSONValue(json: pretty), same == value else {
        fatalError("the value has changed by laying it out")
    }
}

/// The text as the value of an unknown key, one level deeper.
func checkSkipping(_ bytes: [UInt8], isJSON: Bool) {
    let options = JSONReadOptions(maximumDepth: 129)
    let member = Array(#"{"a":"#.utf8) + bytes + [0x7D]
    let isSkipped = (try? Skipper(json: member, options: options)) != nil
    let isRead = (try? JSONValue(json: member, options: options)) != nil
    guard isSkipped == isRead else { fatalError("skipping and reading disagree") }
    let startsWithMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard !isJSON || startsWithMark || isSkipped else { fatalError("a value is refused as a member") }
}

func checkTyped(_ bytes: [UInt8], isJSON: Bool) {
    check([AssistantListResponse].self, bytes, isJSON)
    check(AssistantListResponse.self, bytes, isJSON)
    check(Presences.self, bytes, isJSON)
    check(Scores.self, bytes, isJSON)
    check(Keeper.self, bytes, isJSON)
    check(Rows.self, bytes, isJSON)
    check([Guess].self, bytes, isJSON)
    check([Owner].self, bytes, isJSON)
    check([Versioned].self, bytes, isJSON)
    check(Content.self, bytes, isJSON)
    check([String: Limit].self, bytes, isJSON)
    check([Double?].self, bytes, isJSON)
    check([Int].self, bytes, isJSON)
    try? Texts.validate(json: bytes)
}

func check<Value: JSONCodable>(_ type: Value.Type, _ bytes: [UInt8], _ isJSON: Bool) {
    do {
        let value = try Value(json: bytes)
        guard isJSON else { fatalError("\(type) is read from what is no JSON") }
        let written = try value.json()
        guard try Value(json: written) == value else { fatalError("\(type) has changed") }
    } catch {
        // Where and why must be told of anything.
        guard !error.description.isEmpty, error.line > 0, error.offset <= bytes.count else { fatalError("\(error)") }
    }
}

/// What Foundation's decoder gives is read as the text that it has understood.
func checkForeign(_ bytes: [UInt8], _ value: JSONValue) {
    // Texts with numbers that it cannot hold, or with a name twice, are others to it.
    guard let plain = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)), plain == value,
        let text = try? plain.json()
    else { return }
    func check<Value: JSONCodable & Hashable & Codable>(_ type: Value.Type) {
        func unrecognized(_ value: Value?) -> Int? { value.map { String(describing: $0).ranges(of: "unrecognized(").count } }
        let own = unrecognized(try? Value(json: text))
        let foreign = unrecognized(try? JSONDecoder().decode(Value.self, from: Data(bytes)))
        if own == foreign { return }
        // Foundation opens arrays and objects deeper than the reader does unless told.
        let deep = unrecognized(try? Value(json: text, options: JSONReadOptions(maximumDepth: 1024)))
        guard own == nil, deep == foreign else { fatalError("\(type) is another by a decoder") }
    }
    check(AssistantListResponse.self)
    check(Presences.self)
    check(Keeper.self)
    check(Rows.self)
    check([Guess].self)
    check([Owner].self)
    check([Versioned].self)
    check([Content.Box].self)
    check([String: Limit].self)
    check([Double?].self)
}

/// What takes a whole array of one kind tells the same as one item after the other.
func checkArrays(_ bytes: [UInt8], _ unique: Bool, _ whole: (JSONChecker) -> Void, _ item: (JSONChecker) -> Void) {
    func check(_ take: (JSONChecker) -> Void) -> [String] {
        violations(bytes) { c in
            c.array(unique: true, at: "#")
            while c.nextItem() { take(c) }
        }
    }
    let together = check(whole)
    let alone = check { c in
        c.array(minItems: 1, maxItems: 4, unique: unique, at: "#/items")
        while c.nextItem() { item(c) }
    }
    guard together == alone else { fatalError("items are told otherwise together: \(together), alone: \(alone)") }
}

func violations(_ bytes: [UInt8], _ check: (JSONChecker) -> Void) -> [String] {
    do {
        try JSONChecker.validate(bytes, ValidationOptions(), check)
        return []
    } catch {
        return error.violations.map { "\($0)" }
    }
}
