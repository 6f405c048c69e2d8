/// A name as it stands in Swift source, keywords in backticks. Made by `Naming` only, or spelled out
/// in the emitter as a literal.
package struct SwiftIdentifier: Sendable, Hashable, ExpressibleByStringLiteral {
    /// Without backticks.
    package let text: String

    package init(stringLiteral value: StaticString) {
        text = value.description
    }

    /// `text` has to be an identifier already: letters, digits and `_`, not beginning with a digit.
    init(checked text: String) {
        self.text = text
    }

    /// As it is written.
    package var source: String {
        SwiftWords.keywords.contains(text) ? "`\(text)`" : text
    }

    /// As the label of a parameter, where hardly any keyword needs backticks (and the compiler minds them).
    var label: Code {
        ["inout", "var", "let"].contains(text) ? "\(self)" : Code(label: self)
    }

    /// As the label of an argument, where even fewer do.
    var argumentLabel: Code { text == "inout" ? "\(self)" : Code(label: self) }
}

/// A type's name with the types it stands in: `Assistant.Voice`.
package struct SwiftTypeName: Sendable, Hashable {
    package let path: [SwiftIdentifier]

    var last: SwiftIdentifier { path[path.count - 1] }

    var code: Code {
        var code = Code()
        for (index, name) in path.enumerated() {
            code += index == 0 ? "\(name)" : ".\(name)"
        }
        return code
    }
}
