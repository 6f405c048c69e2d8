/// `idn-hostname`: RFC 5890 to 5893. What a label may hold is derived from Unicode's categories, as RFC 5892
/// has it; scripts and joining types, which the standard library does not know, are taken by their blocks.
enum InternationalHost {
    /// Labels between dots of all kinds, each sound on its own.
    static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let labels = self.labels(text)
        var length = labels.count - 1
        for label in labels {
            guard let size = encodedSize(of: label) else { return false }
            length += size
        }
        return length <= 253 && BidirectionalRule.accepts(labels.map { decoded($0) ?? $0 })
    }

    /// Non-empty labels without spaces and control characters, as addresses take them.
    static func acceptsLoosely(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        labels(text).allSatisfy { label in
            !label.isEmpty && label.allSatisfy { isHostByte($0) } && label.first != "-" && label.last != "-"
        }
    }

    private static func isHostByte(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 || Bytes.isAlphanumeric(UInt8(truncatingIfNeeded: scalar.value)) || scalar == "-"
    }

    /// For plain host names: what `xn--` labels stand for.
    static func encodedLabelsAreSound(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard mentionsEncoding(text) else { return true }
        let labels = self.labels(text)
        return labels.allSatisfy { !isEncoded($0) && !hasHyphensInTheWay($0) || isEncoded($0) && encodedSize(of: $0) != nil }
            && BidirectionalRule.accepts(labels.map { decoded($0) ?? $0 })
    }

    private static func mentionsEncoding(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 4 else { return false }
        for index in 0..<(text.count - 3) {
            if text[index] | 0x20 == 0x78, text[index + 1] | 0x20 == 0x6E, text[index + 2] == 0x2D, text[index + 3] == 0x2D { return true }
        }
        return false
    }

    // MARK: Labels

    private static func labels(_ text: UnsafeBufferPointer<UInt8>) -> [[Unicode.Scalar]] {
        var labels: [[Unicode.Scalar]] = [[]]
        var scanner = FormatScanner(text)
        while let (value, length) = scanner.scalar {
            scanner.at += length
            switch value {
            case 0x2E, 0x3002, 0xFF0E, 0xFF61: labels.append([])
            default: if let scalar = Unicode.Scalar(value) { labels[labels.count - 1].append(scalar) }
            }
        }
        return labels
    }

    private static func isEncoded(_ label: [Unicode.Scalar]) -> Bool {
        label.count >= 4 && (label[0] == "x" || label[0] == "X") && (label[1] == "n" || label[1] == "N") && hasHyphensInTheWay(label)
    }

    /// Hyphens in the third and fourth place are kept for encodings.
    private static func hasHyphensInTheWay(_ label: [Unicode.Scalar]) -> Bool {
        label.count >= 4 && label[2] == "-" && label[3] == "-"
    }

    private static func decoded(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        isEncoded(label) ? Punycode.decode(Array(label.dropFirst(4))) : nil
    }

    /// The length of the label as it would be sent; `nil` for one that must not be.
    private static func encodedSize(of label: [Unicode.Scalar]) -> Int? {
        if label.isEmpty { return nil }
        if isEncoded(label) {
            guard label.count <= 63, let decoded = decoded(label), decoded.contains(where: { $0.value >= 0x80 }) else { return nil }
            // What it stands for has to be written in this way and no other.
            guard Punycode.encode(decoded) == lowercase(label.dropFirst(4)), isSound(decoded) else { return nil }
            return label.count
        }
        guard isSound(label) else { return nil }
        let isPlain = label.allSatisfy { $0.value < 0x80 }
        let size = isPlain ? label.count : Punycode.encode(label).count + 4
        return size <= 63 ? size : nil
    }

    private static func lowercase(_ label: ArraySlice<Unicode.Scalar>) -> [UInt8] {
        label.map { $0.value >= 0x41 && $0.value <= 0x5A ? UInt8($0.value | 0x20) : UInt8(truncatingIfNeeded: $0.value) }
    }

    private static func isSound(_ label: [Unicode.Scalar]) -> Bool {
        guard let first = label.first, first != "-", label.last != "-", !hasHyphensInTheWay(label) else { return false }
        if first.properties.generalCategory.isMark { return false }
        return label.indices.allSatisfy { HostScalars.isAllowed(label, at: $0) }
    }
}

extension Unicode.GeneralCategory {
    var isMark: Bool { self == .nonspacingMark || self == .spacingMark || self == .enclosingMark }
}
