/// A name as it stands in Swift source, keywords in backticks. Made by `Naming` only, or spelled out
/// in the emitter as a literal.
package struct SwiftIdentifier: Sendable, Hashable, ExpressibleByStringLiteral {
    /// Without backticks.
    package let text: String
    private let isKeyword: Bool

    package init(stringLiteral value: StaticString) {
        self.init(checked: value.description)
    }

    /// `text` has to be an identifier already: letters, digits and `_`, not beginning with a digit.
    init(checked text: String) {
        self.text = text
        isKeyword = SwiftWords.isKeyword(text)
    }

    /// As it is written.
    package var source: String {
        isKeyword ? "`\(text)`" : text
    }

    /// As the label of a parameter, where hardly any keyword needs backticks (and the compiler minds them).
    var label: Code {
        isKeyword && ["inout", "var", "let"].contains(text) ? "\(self)" : Code(withoutBackticks: self)
    }

    /// As the label of an argument, where even fewer do.
    var argumentLabel: Code { text == "inout" ? "\(self)" : Code(withoutBackticks: self) }

    /// Behind a dot, where nothing needs backticks: what would mean something else there is no name (`SwiftWords.unusable`).
    var member: Code { Code(withoutBackticks: self) }
}

/// A type's name with the types it stands in: `Assistant.Voice`.
package struct SwiftTypeName: Sendable, Hashable {
    package let path: [SwiftIdentifier]

    var last: SwiftIdentifier { path[path.count - 1] }

    var code: Code { Code(dotted: path) }
}
