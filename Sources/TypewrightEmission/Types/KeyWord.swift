import TypewrightModel
import TypewrightSource

/// A property's name as a word of `JSONKeys`: "In names, space, exclamation mark and percent sign are
/// written as `%20`, `%21` and `%25`."
enum KeyWord {
    /// Those of required properties end in `!`.
    static func list(_ object: ObjectShape) -> [String] {
        object.properties.indices.map { encode(object.properties[$0].name) + (object.properties[$0].presence.isRequired ? "!" : "") }
    }

    static func encode(_ name: String) -> String {
        if name.isEmpty { return "%" }
        guard name.containsByte(where: { $0 <= UInt8(ascii: "%") }) else { return name }
        var word = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case " ": word += "%20"
            case "!": word += "%21"
            case "%": word += "%25"
            default: word.unicodeScalars.append(scalar)
            }
        }
        return word
    }
}
