/// The singular of an English plural, for naming what is in an array: `faq_items` holds a `faq_item`.
/// Only the regular endings; nil where the word does not look like a plural.
func singular(of name: String) -> String? {
    let lowered = name.lowercased()
    if lowered.hasSuffix("ies"), name.utf8.count > 4 { return String(name.dropLast(3)) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "zes"] where lowered.hasSuffix(ending) {
        return String(name.dropLast(2))
    }
    for ending in ["ss", "us", "is", "news", "series", "status"] where lowered.hasSuffix(ending) { return nil }
    if lowered.hasSuffix("s"), name.utf8.count > 2 { return String(name.dropLast()) }
    return nil
}
