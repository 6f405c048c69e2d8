/// RFC 3492: Unicode in the letters, digits and hyphens of host names.
enum Punycode {
    private static let base: UInt32 = 36

    /// `nil` where the text is not the encoding of anything.
    static func decode(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var output: [Unicode.Scalar] = []
        var rest = text[...]
        if let delimiter = text.lastIndex(of: "-") {
            output = text[..<delimiter].map(lowercase)
            rest = text[(delimiter + 1)...]
        }
        var value: UInt32 = 128
        var index: UInt32 = 0
        var bias: UInt32 = 72
        while !rest.isEmpty {
            let before = index
            var weight: UInt32 = 1
            var step = base
            while true {
                guard let scalar = rest.popFirst(), let digit = digit(scalar) else { return nil }
                let (product, overflow) = digit.multipliedReportingOverflow(by: weight)
                let (sum, carry) = index.addingReportingOverflow(product)
                if overflow || carry { return nil }
                index = sum
                let threshold = threshold(step, bias)
                if digit < threshold { break }
                let (larger, isTooLarge) = weight.multipliedReportingOverflow(by: base - threshold)
                if isTooLarge { return nil }
                weight = larger
                step += base
            }
            let count = UInt32(output.count) + 1
            bias = adapt(index - before, count, isFirst: before == 0)
            let (next, overflow) = value.addingReportingOverflow(index / count)
            guard !overflow, let scalar = Unicode.Scalar(next) else { return nil }
            value = next
            index %= count
            output.insert(scalar, at: Int(index))
            index += 1
        }
        return output
    }

    /// Labels are short: those longer than a host name may be give an encoding that is too long as well.
    static func encode(_ label: [Unicode.Scalar]) -> [UInt8] {
        let input = label.prefix(256).map { lowercase($0).value }
        var output = input.filter { $0 < 128 }.map { UInt8(truncatingIfNeeded: $0) }
        let basic = UInt32(output.count)
        var handled = basic
        if basic > 0 { output.append(0x2D) }
        var value: UInt32 = 128
        var delta: UInt32 = 0
        var bias: UInt32 = 72
        while handled < UInt32(input.count) {
            let next = input.filter { $0 >= value }.min() ?? 0
            // At most 0x10FFFF times 257: no overflow.
            delta += (next - value) * (handled + 1)
            value = next
            for scalar in input {
                if scalar < value { delta += 1 }
                guard scalar == value else { continue }
                write(delta, bias, &output)
                bias = adapt(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            value += 1
        }
        return output
    }

    private static func write(_ delta: UInt32, _ bias: UInt32, _ output: inout [UInt8]) {
        var rest = delta
        var step = base
        while true {
            let threshold = threshold(step, bias)
            if rest < threshold { break }
            output.append(letter(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            step += base
        }
        output.append(letter(rest))
    }

    private static func threshold(_ step: UInt32, _ bias: UInt32) -> UInt32 {
        step <= bias ? 1 : min(step - bias, 26)
    }

    private static func adapt(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var step: UInt32 = 0
        while delta > 455 {
            delta /= 35
            step += base
        }
        return step + 36 * delta / (delta + 38)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar.value {
        case 0x30...0x39: scalar.value - 0x30 + 26
        case 0x41...0x5A: scalar.value - 0x41
        case 0x61...0x7A: scalar.value - 0x61
        default: nil
        }
    }

    private static func letter(_ digit: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: digit < 26 ? digit + 0x61 : digit - 26 + 0x30)
    }

    private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.value >= 0x41 && scalar.value <= 0x5A ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
    }
}
