/// RFC 3492, as far as checking labels of host names needs it.
enum Punycode {
    /// What follows `xn--`; `nil` where that is no encoding of anything.
    static func decode(_ input: [UInt8]) -> [Unicode.Scalar]? {
        var output: [UInt32] = []
        var position = 0
        if let delimiter = input.lastIndex(of: UInt8(ascii: "-")) {
            for byte in input[..<delimiter] { output.append(UInt32(byte)) }
            position = delimiter + 1
        }
        guard position < input.count else { return nil }
        var number = 128
        var index = 0
        var bias = 72
        while position < input.count {
            let previous = index
            var weight = 1
            var threshold = 36
            while true {
                guard position < input.count, let digit = digit(input[position]) else { return nil }
                position += 1
                index += digit * weight
                let least = threshold <= bias ? 1 : (threshold >= bias + 26 ? 26 : threshold - bias)
                if digit < least { break }
                weight *= 36 - least
                // Labels are short; what grows beyond Unicode encodes nothing.
                if weight > 1 << 40 || index > 1 << 40 { return nil }
                threshold += 36
            }
            let count = output.count + 1
            bias = adapted(index - previous, count, isFirst: previous == 0)
            number += index / count
            index %= count
            guard number <= 0x10FFFF else { return nil }
            output.insert(UInt32(number), at: index)
            index += 1
        }
        var scalars: [Unicode.Scalar] = []
        for value in output {
            guard let scalar = Unicode.Scalar(value) else { return nil }
            scalars.append(scalar)
        }
        return scalars
    }

    private static func digit(_ byte: UInt8) -> Int? {
        if byte.isDigit { return Int(byte) - 0x30 + 26 }
        return byte.isLetter ? Int(byte | 0x20) - 0x61 : nil
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var steps = 0
        while delta > 455 {
            delta /= 35
            steps += 36
        }
        return steps + 36 * delta / (delta + 38)
    }

    /// What stands behind `xn--` for a label.
    static func encode(_ label: [Unicode.Scalar]) -> [UInt8] {
        var output: [UInt8] = []
        for scalar in label where scalar.isASCII { output.append(UInt8(truncatingIfNeeded: scalar.value)) }
        let basic = output.count
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var handled = basic
        var number = 128
        var delta = 0
        var bias = 72
        while handled < label.count, output.count < 256 {
            guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= number }).min() else { break }
            delta += (next - number) * (handled + 1)
            number = next
            for scalar in label {
                let value = Int(scalar.value)
                if value < number { delta += 1 }
                guard value == number else { continue }
                appendDigits(of: delta, bias, to: &output)
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            number += 1
        }
        return output
    }

    private static func appendDigits(of delta: Int, _ bias: Int, to output: inout [UInt8]) {
        var rest = delta
        var threshold = 36
        while true {
            let least = threshold <= bias ? 1 : (threshold >= bias + 26 ? 26 : threshold - bias)
            if rest < least { break }
            output.append(letter(least + (rest - least) % (36 - least)))
            rest = (rest - least) / (36 - least)
            threshold += 36
        }
        output.append(letter(rest))
    }

    private static func letter(_ digit: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: digit < 26 ? digit + 0x61 : digit - 26 + 0x30)
    }
}
