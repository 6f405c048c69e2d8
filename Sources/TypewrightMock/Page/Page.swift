import TypewrightSpec

/// The page for people, and what it asks for.
package struct Page: Sendable {
    /// `ownsRoot`: whether `/` is the page's, because the document has no `GET /` of its own.
    package init(spec: Spec, log: RequestLog, ownsRoot: Bool) {}

    /// `nil` where the request is none of the page's.
    package func answer(to request: ServerRequest) -> ServerAnswer? { nil }
}
