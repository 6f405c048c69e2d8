/// Lines with `%` before a document (6.8).
extension YAMLParser {
    mutating func parseDirectives() throws(ReadFault) {
        tagHandles = [:]
        var hasVersion = false
        let first = position
        while byte == UInt8(ascii: "%"), position == lineStart {
            let start = position
            let name = directiveWord()
            if name == "%YAML" {
                if hasVersion { throw directiveFault(from: start, "`%YAML` stands twice before this document") }
                hasVersion = true
                try checkVersion(directiveWord(), from: start)
                try finishLine()
            } else if name == "%TAG" {
                try readHandle(directiveWord(), prefix: directiveWord(), from: start)
                try finishLine()
            } else {
                // "A YAML processor should ignore unknown directives with an appropriate warning."
                warnings.append(ReadFault("unknown-directive", start, position, "there is no directive `\(name)` in YAML; ignored"))
                skipToLineEnd()
            }
            skipToToken()
        }
        guard isDocumentMarker(UInt8(ascii: "-")) else {
            throw ReadFault(
                "invalid-yaml", position, position, "expected `---` after the directives", note: ("the directives begin here", first)
            )
        }
    }

    /// The word after the blanks here.
    private mutating func directiveWord() -> String {
        skipBlanks()
        let start = position
        while !Self.isBlankOrBreak(byte) { position = position &+ 1 }
        return string(from: start, to: position)
    }

    private func checkVersion(_ version: String, from start: Int) throws(ReadFault) {
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        let areNumbers = parts.count == 2 && parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
        }
        guard areNumbers else { throw directiveFault(from: start, "`\(version)` is no version of YAML", help: "write `%YAML 1.2`") }
        if parts[0] != "1" { throw directiveFault(from: start, "YAML \(version) cannot be read, only YAML 1") }
    }

    private mutating func readHandle(_ handle: String, prefix: String, from start: Int) throws(ReadFault) {
        let inner = handle.utf8.dropFirst().dropLast()
        let isHandle = handle == "!" || (handle.utf8.count > 1 && handle.hasPrefix("!") && handle.hasSuffix("!") && inner.allSatisfy(Self.isHandleByte))
        // The prefix is spelled out in every tag that uses it.
        guard isHandle, !prefix.isEmpty, prefix.utf8.count <= 1024 else {
            throw directiveFault(from: start, "expected a handle such as `!e!` and a prefix after `%TAG`")
        }
        if tagHandles[handle] != nil { throw directiveFault(from: start, "`%TAG` stands twice for `\(handle)`") }
        tagHandles[handle] = prefix
    }

    private func directiveFault(from start: Int, _ message: String, help: String? = nil) -> ReadFault {
        ReadFault("invalid-yaml", start, position, message, help: help)
    }
}
