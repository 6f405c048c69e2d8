import TypewrightSource

/// A quick look through the bytes of a document, so that only those few which name parts of
/// themselves (`$id`, `$anchor`, `$dynamicAnchor`, `$recursiveAnchor`) or give them a dialect of
/// their own (`$schema`) are searched for them.
enum IdentifierScan {
    static func mentionsIdentifiers(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while let mark = buffer.next(UInt8(ascii: "$"), from: index) {
                index = mark + 1
                if starts(buffer, at: index, with: "id") || starts(buffer, at: index, with: "anchor")
                    || starts(buffer, at: index, with: "dynamicAnchor") || starts(buffer, at: index, with: "recursiveAnchor")
                    || starts(buffer, at: index, with: "schema") {
                    return true
                }
            }
            return false
        }
    }

    private static func starts(_ buffer: UnsafeBufferPointer<UInt8>, at start: Int, with word: StaticString) -> Bool {
        guard start + word.utf8CodeUnitCount <= buffer.count else { return false }
        var offset = 0
        while offset < word.utf8CodeUnitCount {
            if buffer[start + offset] != word.utf8Start[offset] { return false }
            offset += 1
        }
        return true
    }
}
