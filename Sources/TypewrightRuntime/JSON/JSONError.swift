/// Why a text could not be read as a value, or a value not be written as JSON.
///
/// Printed, it is one line:
/// `expected a number, found the string "fast" at /assistants/3/voice/speed (line 4, column 17)`
public struct JSONError: Error, Hashable, Sendable {
    /// What was expected and what was found.
    public let message: String
    /// The JSON pointer of the value (RFC 6901), empty for the whole text.
    public let pointer: String
    /// The place in the text: the offset in bytes from 0, line and column from 1. The
    /// column counts Unicode scalars.
    public let offset: Int
    public let line: Int
    public let column: Int
}

extension JSONError: CustomStringConvertible {
    public var description: String {
        "\(message) at \(pointer.isEmpty ? "the top" : pointer) (line \(line), column \(column))"
    }
}

extension JSONError {
    /// Finds out where and why, which takes a second pass over the text.
    init(_ fault: JSONFault, offset: Int, in text: UnsafeBufferPointer<UInt8>) {
        let offset = min(max(offset, 0), text.count)
        var line = 1
        var column = 1
        for byte in text[..<offset] {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        message = fault.message(found: JSONFault.description(of: text, at: offset))
        pointer = JSONLocator.pointer(to: offset, in: text)
        self.offset = offset
        self.line = line
        self.column = column
    }
}
