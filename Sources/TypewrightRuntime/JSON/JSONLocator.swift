/// Finds the JSON pointer of a place in a text, of which only what stands before the place
/// needs to be well-formed.
struct JSONLocator {
    private enum Step {
        case element(Int)
        case member(String?)
    }

    private var steps: [Step] = []
    /// Whether the next string is a key.
    private var expectsKey = false

    static func pointer(to offset: Int, in text: UnsafeBufferPointer<UInt8>) -> String {
        var locator = JSONLocator()
        var position = 0
        while position < offset {
            position = locator.step(text, position, offset)
        }
        return locator.pointer
    }

    /// Takes in one token, or one byte that is none, and gives the place behind it.
    private mutating func step(_ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ limit: Int) -> Int {
        switch text[position] {
        case 0x7B:
            steps.append(.member(nil))
            expectsKey = true
        case 0x5B: steps.append(.element(0))
        case 0x7D, 0x5D:
            _ = steps.popLast()
            expectsKey = false
        case 0x2C: next()
        case 0x22: return string(text, position, limit)
        default: break
        }
        return position + 1
    }

    private mutating func next() {
        switch steps.popLast() {
        case .element(let index)?: steps.append(.element(index + 1))
        case .member?:
            steps.append(.member(nil))
            expectsKey = true
        case nil: break
        }
    }

    private mutating func string(_ text: UnsafeBufferPointer<UInt8>, _ quote: Int, _ limit: Int) -> Int {
        var position = quote + 1
        var hasEscapes = false
        while position < text.count, text[position] != 0x22 {
            if text[position] == 0x5C {
                hasEscapes = true
                position += 1
            }
            position += 1
        }
        // A place within a key is a place of the object.
        guard expectsKey, position < limit, let base = text.baseAddress else { return position + 1 }
        let literal = JSONStringText(start: base + quote + 1, count: position - quote - 1, isASCII: false, hasEscapes: hasEscapes)
        let key = hasEscapes
            ? Self.unescaped(literal)
            : String(decoding: UnsafeBufferPointer(start: literal.start, count: literal.count), as: UTF8.self)
        _ = steps.popLast()
        steps.append(.member(key))
        expectsKey = false
        return position + 1
    }

    /// Unescapes a literal that may stand at the very end of its memory, and may be wrong.
    private static func unescaped(_ literal: JSONStringText) -> String {
        var bytes = Array(UnsafeBufferPointer(start: literal.start, count: literal.count))
        let count = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: JSONReader.padding))
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return "" }
            let copy = JSONStringText(start: base, count: count, isASCII: false, hasEscapes: true)
            var unescaped = [UInt8](repeating: 0, count: count + JSONReader.padding)
            let length = unescaped.withUnsafeMutableBufferPointer { target in
                target.baseAddress.map { JSONReader.unescape(copy, to: $0) } ?? 0
            }
            return String(decoding: unescaped.prefix(length), as: UTF8.self)
        }
    }

    private var pointer: String {
        var pointer = ""
        for step in steps {
            switch step {
            case .element(let index): pointer += "/\(index)"
            case .member(let key?): pointer += "/" + Self.escaped(key)
            case .member(nil): break
            }
        }
        return pointer
    }

    /// `~` and `/` in a key are written `~0` and `~1` (RFC 6901, section 3).
    static func escaped(_ key: String) -> String {
        var result = ""
        for scalar in key.unicodeScalars {
            switch scalar {
            case "~": result += "~0"
            case "/": result += "~1"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
