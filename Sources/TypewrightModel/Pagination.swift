/// How one page of a list leads to the next.
package struct Pagination: Sendable, Hashable {
    package var style: Style
    /// The parameter that asks for a page; none for links and URLs.
    package var parameter: String?
    /// A JSON pointer to the cursor or the URL of the next page.
    package var next: String?
    /// A JSON pointer to a boolean that says whether there is more.
    package var more: String?
    /// A JSON pointer to the items in a page; empty where the page is the list.
    package var items: String

    package enum Style: String, Sendable, Hashable, CaseIterable {
        case cursor, page, offset
        case link
        case nextURL = "next-url"

        package var needsParameter: Bool { self == .cursor || self == .page || self == .offset }
        package var needsNext: Bool { self == .cursor || self == .nextURL }
    }

    package init(style: Style, parameter: String? = nil, next: String? = nil, more: String? = nil, items: String = "") {
        self.style = style
        self.parameter = parameter
        self.next = next
        self.more = more
        self.items = items
    }

    /// The names of the properties that lead from a page to its items.
    package var itemsPath: [String] { items.split(separator: "/").map(String.init) }
}
