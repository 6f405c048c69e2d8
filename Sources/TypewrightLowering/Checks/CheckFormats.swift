/// The formats that can be checked.
enum CheckFormats {
    static let ofNumbers: Set<String> = ["int32", "int64", "float", "double"]

    static let known: Set<String> = ofNumbers.union([
        "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6",
        "uri", "uri-reference", "iri", "iri-reference", "uri-template", "uuid", "json-pointer", "relative-json-pointer",
        "regex", "byte",
    ])
}
