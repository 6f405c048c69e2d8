/// How a parameter is written: the `style`, `explode` and `allowReserved` of the document.
public struct ParameterStyle: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie, json }

    var kind: Kind
    var explode: Bool
    var allowReserved: Bool

    /// `;color=blue;color=black`
    public static func matrix(explode: Bool = false, allowReserved: Bool = false) -> ParameterStyle {
        ParameterStyle(kind: .matrix, explode: explode, allowReserved: allowReserved)
    }

    /// `.blue.black`
    public static func label(explode: Bool = false, allowReserved: Bool = false) -> ParameterStyle {
        ParameterStyle(kind: .label, explode: explode, allowReserved: allowReserved)
    }

    /// `blue,black`
    public static func simple(explode: Bool = false, allowReserved: Bool = false) -> ParameterStyle {
        ParameterStyle(kind: .simple, explode: explode, allowReserved: allowReserved)
    }

    /// `color=blue&color=black`
    public static func form(explode: Bool = true, allowReserved: Bool = false) -> ParameterStyle {
        ParameterStyle(kind: .form, explode: explode, allowReserved: allowReserved)
    }

    /// `color=blue%20black`
    public static func spaceDelimited(explode: Bool = false, allowReserved: Bool = false) -> ParameterStyle {
        ParameterStyle(kind: .spaceDelimited, explode: explode, allowReserved: allowReserved)
    }

    /// `color=blue%7Cblack`
    public static func pipeDelimited(explode: Bool = false, allowReserved: Bool = false) -> ParameterStyle {
        ParameterStyle(kind: .pipeDelimited, explode: explode, allowReserved: allowReserved)
    }

    /// `color%5BR%5D=100&color%5BG%5D=200`
    public static func deepObject(allowReserved: Bool = false) -> ParameterStyle {
        ParameterStyle(kind: .deepObject, explode: true, allowReserved: allowReserved)
    }

    /// `color=blue; color=black`, as it is: a cookie's value has no percent-encoding of its own.
    public static func cookie(explode: Bool = true) -> ParameterStyle {
        ParameterStyle(kind: .cookie, explode: explode, allowReserved: false)
    }

    /// `content: application/json`: the value as JSON text.
    public static let json = ParameterStyle(kind: .json, explode: false, allowReserved: false)
}
