extension JSONValue {
    /// A value that generated code spells as JSON text: a number with its digits, a whole object.
    /// The text came out of a document that was read, so it is well formed; anything else is `null`.
    public init(literal text: StaticString) {
        let bytes = text.withUTF8Buffer { Array($0) }
        self = (try? JSONValue(json: bytes)) ?? .null
    }
}
