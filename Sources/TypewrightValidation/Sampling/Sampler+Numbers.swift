import TypewrightSpec

extension Sampler {
    /// A number within all bounds, as text; `nil` where none was found.
    func number(_ shape: SampleShape, isInteger: Bool, named name: String) -> String? {
        var low: ExactNumber?
        var high: ExactNumber?
        for rules in shape.numeric {
            for bound in [rules.minimum, rules.exclusiveMinimum] {
                guard let bound, let value = ExactNumber(bound.number.text) else { continue }
                if let known = low { low = max(known, value) } else { low = value }
            }
            for bound in [rules.maximum, rules.exclusiveMaximum] {
                guard let bound, let value = ExactNumber(bound.number.text) else { continue }
                if let known = high { high = min(known, value) } else { high = value }
            }
        }
        for candidate in candidates(low, high, shape, isInteger: isInteger, named: name) {
            guard let value = ExactNumber(candidate), !isInteger || value.isInteger, isWithin(value, shape.numeric) else { continue }
            return candidate
        }
        return nil
    }

    private func isWithin(_ value: ExactNumber, _ rules: [Schema.NumericRules]) -> Bool {
        for rule in rules {
            if let bound = exact(rule.minimum), value < bound { return false }
            if let bound = exact(rule.exclusiveMinimum), value <= bound { return false }
            if let bound = exact(rule.maximum), value > bound { return false }
            if let bound = exact(rule.exclusiveMaximum), value >= bound { return false }
            if let divisor = exact(rule.multipleOf), !value.isMultiple(of: divisor) { return false }
        }
        return true
    }

    private func exact(_ bound: Schema.Bound?) -> ExactNumber? { bound.flatMap { ExactNumber($0.number.text) } }

    /// Plausible ones first, then what lies at the bounds.
    private func candidates(_ low: ExactNumber?, _ high: ExactNumber?, _ shape: SampleShape, isInteger: Bool, named name: String) -> [String] {
        var all: [String] = []
        if let plausible = SampleWords.number(name, isInteger: isInteger, format: shape.formats.first ?? "", &random) { all.append(plausible) }
        let least = low.map { Double($0.text) ?? 0 } ?? min(0, (high.map { Double($0.text) ?? 100 } ?? 100) - 100)
        let most = high.map { Double($0.text) ?? least } ?? (least + 100)
        let range = believable(least, most)
        for _ in 0..<6 {
            let value = range.lowerBound + (range.upperBound - range.lowerBound) * Double(random.below(1001)) / 1000
            guard value.magnitude < 9e15 else { continue }
            let whole = Int(value)
            all.append("\(whole)")
            if !isInteger {
                let hundredths = Int((value * 100).magnitude.truncatingRemainder(dividingBy: 100))
                all.append("\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)")
            }
        }
        for divisor in shape.numeric.compactMap({ exact($0.multipleOf) }) { all += multiples(of: divisor, from: low ?? high) }
        all += ["0", "1"]
        for bound in [low, high] {
            guard let bound else { continue }
            all += [bound.text] + neighbours(of: bound)
        }
        return all
    }

    /// Bounds that are far apart are those of a machine: what stands in between is rarely large.
    private func believable(_ least: Double, _ most: Double) -> ClosedRange<Double> {
        guard least <= most else { return least...least }
        guard most - least > 1_000_000 else { return least...most }
        if least > 0 { return least...(least + 1000) }
        return most < 0 ? (most - 1000)...most : 0...min(most, 1000)
    }

    /// Multiples at and around a bound.
    private func multiples(of divisor: ExactNumber, from bound: ExactNumber?) -> [String] {
        guard let step = Double(divisor.text), step > 0, step.isFinite else { return [divisor.text] }
        let start = bound.flatMap { Double($0.text) } ?? 0
        guard (start / step).magnitude < 1e15 else { return [divisor.text] }
        let first = Int(start / step)
        return (-2...6).map { offset in divisor.times(first + offset).text }
    }

    /// What lies just inside an exclusive bound.
    private func neighbours(of bound: ExactNumber) -> [String] {
        guard bound.isInteger, let value = Int(bound.text), value.magnitude < 1 << 60 else {
            return [ExactNumber(isNegative: bound.isNegative, digits: bound.digits + [5], exponent: bound.exponent - 1).text]
        }
        return ["\(value + 1)", "\(value - 1)", "\(value).5", "\(value - 1).5"]
    }
}
