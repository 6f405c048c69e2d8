/// A string that equals another if it has the same bytes. For `String`, two spellings of
/// "é" are equal; for JSON they are two strings, and as keys two members.
struct ExactText: Hashable {
    let text: String

    static func == (a: ExactText, b: ExactText) -> Bool {
        // The first question is the fast one and nearly always enough.
        a.text == b.text && a.text.utf8.elementsEqual(b.text.utf8)
    }
}
