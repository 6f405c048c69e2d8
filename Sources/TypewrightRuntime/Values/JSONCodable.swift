/// A value that can be read from JSON and written as JSON.
///
/// The form of the generated code was chosen by what the compiler takes for it. For 100
/// structs of 20 properties, debug, CPU seconds: stored properties and `init` 5.6, all
/// conformances in this form 11.9; conformances that the compiler synthesizes cost more. So
/// - the loop over the members of an object is in `JSONReader`; a struct contributes a
///   table of its keys, one line to read and one to write each property;
/// - keys stand in one literal, and lines refer to them by number;
/// - requirements are few: each costs the compiler more than a millisecond for each type, for it is looked up,
///   and a function made that leads to it, by the job that writes the module's interface and by the one for the file;
/// - keys are the cases of one enum, and what reads and writes their values has a method for
///   each kind and can be copied (`JSONKey`, `JSONMemberReader`);
/// - `Hashable` and `Codable` come from extensions, which must not compete with those of
///   the standard library, else the compiler synthesizes them after all;
/// - it inherits from neither, and generated types name them: a conformance to a protocol that inherits from one of
///   the standard library is put together when the program runs. That is eight functions more for each type, a tenth
///   of the code and a fifteenth of the time to compile it.
public protocol JSONCodable: Sendable {
    /// A value to read into: empty, zero, unrecognized.
    init(_ blank: JSONBlank)
    mutating func read(from reader: inout JSONReader)
    func write(to writer: inout JSONWriter)
    /// Checks the value that comes next in a JSON text against the schema of the type.
    static func check(_ c: JSONChecker)
}

/// Asks for the value that is there before anything has been read into it.
public struct JSONBlank: Sendable {
    public init() {}
}

/// A struct made of the members of a JSON object.
public protocol JSONObject: JSONCodable {
    static var jsonKeys: JSONKeys { get }
    /// Reads the value of a key of `jsonKeys`, or of another key if these were made with `others: true`.
    mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader)
    func writeMembers(to writer: JSONMemberWriter)
}

extension JSONObject {
    public mutating func read(from reader: inout JSONReader) {
        reader.readObject(&self)
    }

    public func write(to writer: inout JSONWriter) {
        writer.writeObject(self)
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {}

    public func writeMembers(to writer: JSONMemberWriter) {}
}

extension JSONCodable {
    /// Equal values are those that are written as the same JSON.
    public static func == (a: Self, b: Self) -> Bool {
        JSONWriter.writesSame(a, b)
    }

    public func hash(into hasher: inout Hasher) {
        JSONWriter.hash(self, into: &hasher)
    }

    public init(from decoder: any Decoder) throws {
        self = try ForeignValue(from: decoder).value
    }

    /// Types without a better way go through text and `JSONValue`.
    public func encode(to encoder: any Encoder) throws {
        try JSONValue(json: json()).encode(to: encoder)
    }
}

extension JSONCodable where Self: Hashable {
    /// Here, because the compiler would make one for each type.
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }
}
