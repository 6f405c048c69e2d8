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
package struct Code: @unchecked Sendable {
    /// Nobody writes to it any more. Empty code has none, and literals have none either.
    private let block: CodeWriter.Block?
    /// Where a literal stands in the program, which takes no memory of its own: a quarter of all code is literals.
    private let literal: UnsafePointer<UInt8>?
    let count: Int

    package init() {
        block = nil
        literal = nil
        count = 0
    }

    private init(_ writer: CodeWriter) {
        count = writer.count
        block = count == 0 ? nil : writer.block
        literal = nil
    }

    private init(bytes: [UInt8]) {
        var writer = CodeWriter(capacity: bytes.count)
        writer.append(bytes)
        self.init(writer)
    }

    /// Only for the comment writer, which has cleaned the text.
    init(comment: CodeWriter) {
        self.init(comment)
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
            self.init(bytes: Array("\"".utf8) + lines[0] + Array("\"".utf8))
        } else {
            let continued = Array(lines.joined(separator: Array(" \\\n".utf8)))
            self.init(bytes: Array("\"\"\"\n".utf8) + continued + Array("\n\"\"\"".utf8))
        }
    }

    /// Where no backticks are needed `SwiftIdentifier` knows: ask for its `label` or `member`.
    init(withoutBackticks name: SwiftIdentifier) {
        self.init(bytes: Array(name.text.utf8))
    }

    /// `Assistant.Voice`
    init(dotted names: [SwiftIdentifier]) {
        var writer = CodeWriter(capacity: names.count * 24)
        for name in names {
            if writer.count > 0 { writer.append("." as StaticString) }
            writer.append(text: name.source)
        }
        self.init(writer)
    }

    /// A type that the user wrote into the configuration. Characters that no type has are left out.
    init(typeText text: String) {
        let marks = Array("._<>[]:,?&() ".utf8)
        self.init(bytes: text.utf8.filter { byte in
            byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || marks.contains(byte)
        })
    }

    /// Digits, signs, points and exponents; all else is left out.
    init(numberText text: String) {
        self.init(bytes: text.utf8.filter { ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0) })
    }

    package var isEmpty: Bool { count == 0 }

    /// A copy.
    package var bytes: [UInt8] { withBytes { Array($0) } }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard let block else { return body(UnsafeBufferPointer(start: literal, count: count)) }
        return block.withUnsafeMutablePointerToElements { body(UnsafeBufferPointer(start: $0, count: count)) }
    }

    var isSeveralLines: Bool { withBytes { $0.next(newline, from: 0) != nil } }

    package static func + (a: Code, b: Code) -> Code {
        var writer = CodeWriter(capacity: a.count + b.count)
        writer.append(a)
        writer.append(b)
        return Code(writer)
    }

    package static func += (a: inout Code, b: Code) {
        a = a + b
    }
}

extension Code: Equatable {
    package static func == (a: Code, b: Code) -> Bool {
        a.count == b.count && a.withBytes { a in b.withBytes { b in a.elementsEqual(b) } }
    }
}

extension Code: ExpressibleByStringInterpolation {
    package init(stringLiteral value: StaticString) {
        count = value.utf8CodeUnitCount
        block = nil
        literal = count == 0 ? nil : value.utf8Start
    }

    package init(stringInterpolation: Interpolation) {
        self.init(stringInterpolation.writer)
    }

    package typealias StringInterpolation = Interpolation

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var writer: CodeWriter

        package init(literalCapacity: Int, interpolationCount: Int) {
            writer = CodeWriter(capacity: literalCapacity + interpolationCount * 40)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text in
                guard standsOnEmptyLine, text.first == newline else { return writer.append(text) }
                writer.removeSpacesAtEnd()
                writer.append(UnsafeBufferPointer(rebasing: text.dropFirst()))
            }
            standsOnEmptyLine = false
        }

        package mutating func appendInterpolation(_ name: SwiftIdentifier) {
            writer.append(text: name.source)
        }

        package mutating func appendInterpolation(_ number: Int) {
            writer.append(text: String(number))
        }

        /// A string literal with its quotes, safe whatever the text holds.
        package mutating func appendInterpolation(literal text: String) {
            var quoted: [UInt8] = []
            StringLiteral.write(text, into: &quoted)
            writer.append(quoted)
        }

        /// Lines after the first begin where the line begins that the code stands in.
        /// Code that is empty and alone on its line takes the line with it.
        package mutating func appendInterpolation(_ code: Code) {
            if code.isEmpty {
                standsOnEmptyLine = writer.line(upTo: writer.count).isBlank
                return
            }
            code.withBytes { writer.append(inColumn: $0) }
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
        var last: Int?
        var isOne = true
        for index in parts.indices where !parts[index].isEmpty {
            isOne = last == nil
            last = index
            size += parts[index].count + separator.utf8CodeUnitCount
        }
        guard let last else { return Code() }
        if isOne { return parts[last] }
        var writer = CodeWriter(capacity: size)
        for part in parts where !part.isEmpty {
            if writer.count > 0 { writer.append(separator) }
            writer.append(part)
        }
        return Code(writer)
    }
}

let newline = UInt8(ascii: "\n")
let space = UInt8(ascii: " ")
