import TypewrightPattern
import TypewrightSource
import TypewrightSpec

/// Reports patterns that are no regular expressions: no string is held against them.
package func lintPatterns(_ spec: Spec, into sink: DiagnosticSink) {
    var seen: Set<String> = []
    for schema in spec.schemas {
        var patterns = schema.object?.patternProperties.map(\.pattern) ?? []
        if let pattern = schema.string?.pattern { patterns.append(pattern) }
        for pattern in patterns where seen.insert(pattern.text).inserted {
            do throws(PatternProblem) {
                _ = try CompiledPattern(pattern.text)
            } catch {
                sink.report(Diagnostic(
                    code: "invalid-pattern", severity: .warning,
                    message: "this is no regular expression of ECMA-262: \(error.message); it is not checked", range: pattern.range))
            }
        }
    }
}
