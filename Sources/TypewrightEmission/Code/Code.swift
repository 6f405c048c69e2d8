import TypewrightSource

/// Swift source in the making.
///
/// Written as visible text with typed leaves:
///
///     let code: Code = """
///         public struct \(name) {
///             \(members)
///         }
///         """
///
/// The interpolation takes identifiers, other `Code` (which keeps the column it stands in),
/// integers, and text from a document only as `literal:` or through `Code.comment`, which escape it.
/// There is no overload for `String`: unescaped text cannot reach a Swift file, because it does not compile.
package struct Code: Sendable, Equatable {
    package private(set) var bytes: [UInt8]

    package init() {
        bytes = []
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Only for the comment writer, which has cleaned the text.
    init(comment: [UInt8]) {
        bytes = comment
    }

    /// Words in one string literal, several lines of it where there are many.
    init(wordsInLiteral words: [String]) {
        var lines: [[UInt8]] = [[]]
        for word in words {
            var text: [UInt8] = []
            StringLiteral.writeInside(word, into: &text)
            if let last = lines.last, !last.isEmpty, last.count + text.count > 96 { lines.append([]) }
            if !lines[lines.count - 1].isEmpty { lines[lines.count - 1].append(space) }
            lines[lines.count - 1].append(contentsOf: text)
        }
        if lines.count == 1 {
            bytes = Array("\"".utf8) + lines[0] + Array("\"".utf8)
        } else {
            let continued = Array(lines.joined(separator: Array(" \\\n".utf8)))
            bytes = Array("\"\"\"\n".utf8) + continued + Array("\n\"\"\"".utf8)
        }
    }

    /// A name without backticks; ask `SwiftIdentifier.label`.
    init(label name: SwiftIdentifier) {
        bytes = Array(name.text.utf8)
    }

    /// `Assistant.Voice`
    init(dotted names: [SwiftIdentifier]) {
        bytes = []
        bytes.reserveCapacity(names.count * 24)
        for name in names {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: ".")) }
            bytes.append(text: name.source)
        }
    }

    /// A type that the user wrote into the configuration. Characters that no type has are left out.
    init(typeText text: String) {
        let marks = Array("._<>[]:,?&() ".utf8)
        bytes = text.utf8.filter { byte in
            byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || marks.contains(byte)
        }
    }

    /// Digits, signs, points and exponents; all else is left out.
    init(numberText text: String) {
        bytes = text.utf8.filter { ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0) }
    }

    package var isEmpty: Bool { bytes.isEmpty }

    package static func + (a: Code, b: Code) -> Code {
        Code(bytes: a.bytes + b.bytes)
    }

    package static func += (a: inout Code, b: Code) {
        a.bytes.append(contentsOf: b.bytes)
    }
}

extension Code: ExpressibleByStringInterpolation {
    package init(stringLiteral value: StaticString) {
        bytes = []
        value.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    package init(stringInterpolation: Interpolation) {
        bytes = stringInterpolation.bytes
    }

    package typealias StringInterpolation = Interpolation

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 40)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text in
                guard standsOnEmptyLine, text.first == newline else {
                    bytes.append(contentsOf: text)
                    return
                }
                while bytes.last == space { bytes.removeLast() }
                bytes.append(contentsOf: text.dropFirst())
            }
            standsOnEmptyLine = false
        }

        package mutating func appendInterpolation(_ name: SwiftIdentifier) {
            bytes.append(text: name.source)
        }

        package mutating func appendInterpolation(_ number: Int) {
            bytes.append(contentsOf: String(number).utf8)
        }

        /// A string literal with its quotes, safe whatever the text holds.
        package mutating func appendInterpolation(literal text: String) {
            StringLiteral.write(text, into: &bytes)
        }

        /// Lines after the first begin where the line begins that the code stands in.
        /// Code that is empty and alone on its line takes the line with it.
        package mutating func appendInterpolation(_ code: Code) {
            if code.isEmpty {
                standsOnEmptyLine = currentLine.isBlank
                return
            }
            code.bytes.withUnsafeBufferPointer { text in
                var start = 0
                var indentation = 0
                while let end = text.next(newline, from: start) {
                    if start == 0 {
                        indentation = currentLine.indentation
                        if indentation == 0 { break }
                        // Room for the indentation too, or the text would be copied each time that it has doubled.
                        bytes.reserveCapacity(bytes.count + text.count + text.count / 4 + 64)
                    }
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...end]))
                    start = end + 1
                    if start == text.count || text[start] != newline {
                        for _ in 0..<indentation { bytes.append(space) }
                    }
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
            }
        }

        /// How many spaces the line begins with, and whether there is nothing else on it yet.
        private var currentLine: (indentation: Int, isBlank: Bool) {
            var start = bytes.count
            while start > 0, bytes[start - 1] != newline { start -= 1 }
            var end = start
            while end < bytes.count, bytes[end] == space { end += 1 }
            return (end - start, end == bytes.count)
        }

        /// Empty code was all there is on the line so far.
        private var standsOnEmptyLine = false
    }
}

extension Code {
    /// One after another, each beginning on its own line; empty ones leave no trace.
    package static func lines(_ parts: [Code]) -> Code {
        joined(parts, separator: "\n")
    }

    /// Like `lines`, with an empty line between the parts.
    package static func paragraphs(_ parts: [Code]) -> Code {
        joined(parts, separator: "\n\n")
    }

    package static func list(_ parts: [Code]) -> Code {
        joined(parts, separator: ", ")
    }

    private static func joined(_ parts: [Code], separator: StaticString) -> Code {
        var size = 0
        for part in parts { size += part.bytes.count + separator.utf8CodeUnitCount }
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, end in
            guard let start = buffer.baseAddress else { return }
            for part in parts where !part.isEmpty {
                if end > 0 {
                    (start + end).initialize(from: separator.utf8Start, count: separator.utf8CodeUnitCount)
                    end += separator.utf8CodeUnitCount
                }
                part.bytes.withUnsafeBufferPointer { text in
                    if let first = text.baseAddress { (start + end).initialize(from: first, count: text.count) }
                }
                end += part.bytes.count
            }
        }
        return Code(bytes: bytes)
    }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
