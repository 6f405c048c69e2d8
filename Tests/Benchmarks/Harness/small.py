"""The peer's shape in small: structs of many properties, as a document for us and as the peer would write them."""

TYPES = ["string", "integer", "number", "boolean"]


def small_document(structs, properties):
    def schema(number):
        members = {"property%d" % index: {"type": TYPES[index % 4]} for index in range(properties)}
        return {"type": "object", "required": ["property%d" % index for index in range(0, properties, 2)], "properties": members}
    return {"openapi": "3.1.0", "info": {"title": "Small", "version": "1"}, "paths": {},
            "components": {"schemas": {"Struct%d" % number: schema(number) for number in range(structs)}}}


def peer_shape(structs, properties):
    """What swift-openapi-generator writes for it: synthesized Codable and Hashable with CodingKeys."""
    swift = {"string": "Swift.String", "integer": "Swift.Int", "number": "Swift.Double", "boolean": "Swift.Bool"}
    for number in range(structs):
        names = [("property%d" % index, swift[TYPES[index % 4]] + ("" if index % 2 == 0 else "?")) for index in range(properties)]
        lines = ["public struct Struct%d: Codable, Hashable, Sendable {" % number]
        lines += ["    public var %s: %s" % pair for pair in names]
        lines.append("    public init(%s) {" % ", ".join("%s: %s%s" % (a, b, " = nil" if b.endswith("?") else "") for a, b in names))
        lines += ["        self.%s = %s" % (a, a) for a, _ in names] + ["    }"]
        lines += ["    public enum CodingKeys: String, CodingKey {"] + ["        case %s" % a for a, _ in names] + ["    }", "}"]
        yield "Struct%d.swift" % number, "\n".join(lines) + "\n"
