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

    /// How long a label becomes when it is encoded, without its `xn--`.
    static func encodedLength(_ label: [Unicode.Scalar]) -> Int {
        var length = 0
        var handled = 0
        for scalar in label where scalar.isASCII { handled += 1 }
        length = handled > 0 ? handled + 1 : 0
        var number = 128
        var delta = 0
        var bias = 72
        let basic = handled
        while handled < label.count {
            guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= number }).min() else { return length }
            delta += (next - number) * (handled + 1)
            number = next
            for scalar in label {
                let value = Int(scalar.value)
                if value < number { delta += 1 }
                guard value == number else { continue }
                length += digits(delta, bias)
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            number += 1
            if length > 255 { return length }
        }
        return length
    }

    private static func digits(_ delta: Int, _ bias: Int) -> Int {
        var rest = delta
        var count = 1
        var threshold = 36
        while true {
            let least = threshold <= bias ? 1 : (threshold >= bias + 26 ? 26 : threshold - bias)
            if rest < least { return count }
            rest = (rest - least) / (36 - least)
            count += 1
            threshold += 36
        }
    }
}
