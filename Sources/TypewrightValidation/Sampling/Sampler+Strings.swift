import TypewrightPattern
import TypewrightSpec

extension Sampler {
    func string(_ shape: SampleShape, named name: String) -> String? {
        let least = shape.strings.compactMap(\.minLength).max() ?? 0
        let most = shape.strings.compactMap(\.maxLength).min() ?? Int.max
        guard least <= most, least <= 100_000 else { return nil }
        let patterns = shape.strings.compactMap { $0.pattern?.text }
        let plausible = shape.formats.first.flatMap { SampleWords.formatted($0, &random) } ?? SampleWords.text(name, &random)
        let fitted = fit(plausible, least, most, mayChange: patterns.isEmpty && shape.formats.isEmpty)
        if matches(fitted, patterns, least, most) { return fitted }
        for pattern in patterns {
            if let text = example(of: pattern, least, most, satisfying: patterns) { return text }
        }
        return nil
    }

    private func example(of pattern: String, _ least: Int, _ most: Int, satisfying patterns: [String]) -> String? {
        for extra in [3, 12, 40] {
            guard let text = example(of: pattern, extra: extra, isExact: false) else { return nil }
            if matches(text, patterns, least, most) { return text }
        }
        // Loops that all go as far as it takes to be long enough, or not too long.
        for extra in [0, 1, least, least - 1, least / 2, least / 3, least / 4, most] where extra >= 0 && extra <= 10_000 {
            guard let text = example(of: pattern, extra: extra, isExact: true) else { return nil }
            if matches(text, patterns, least, most) { return text }
        }
        return nil
    }

    /// A text that the pattern most likely matches.
    func example(of pattern: String, extra: Int, isExact: Bool) -> String? {
        guard let compiled = try? CompiledPattern(pattern) else { return nil }
        let text = compiled.example(extra: extra, isExact: isExact) { random.below($0) }
        // What is not anchored may go on.
        return pattern.hasSuffix("$") || random.isLucky(50) ? text : text + SampleWords.noun(&random)
    }

    private func matches(_ text: String, _ patterns: [String], _ least: Int, _ most: Int) -> Bool {
        let count = text.unicodeScalars.count
        guard count >= least, count <= most else { return false }
        let bytes = Array(text.utf8)
        for pattern in patterns {
            guard let matcher = validator.matcher(of: pattern) else { continue }
            guard case .matched = matcher.search(bytes) else { return false }
        }
        return true
    }

    /// Longer or shorter, where nothing but the length matters.
    private func fit(_ text: String, _ least: Int, _ most: Int, mayChange: Bool) -> String {
        guard mayChange else { return text }
        var scalars = Array(text.unicodeScalars)
        if scalars.count > most {
            scalars = Array(scalars.prefix(most))
            while let last = scalars.last, last == " ", scalars.count > least { scalars.removeLast() }
        }
        while scalars.count < least {
            let word = Array((scalars.isEmpty ? "" : " ").unicodeScalars) + Array(SampleWords.noun(&random).unicodeScalars)
            scalars += word.prefix(least - scalars.count)
        }
        if scalars.last == " ", !scalars.isEmpty { scalars[scalars.count - 1] = "s" }
        var fitted = String.UnicodeScalarView()
        fitted.append(contentsOf: scalars)
        return String(fitted)
    }
}
