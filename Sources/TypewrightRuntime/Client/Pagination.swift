/// How one page of a list leads to the next: as the document or the configuration declares it.
public struct Pagination: Sendable {
    enum Kind: Sendable {
        case cursor(parameter: String, next: String)
        case page(parameter: String, first: Int)
        case offset(parameter: String)
        case linkHeader
        case nextURL(String)
    }

    let kind: Kind
    /// Where the page says whether there are more.
    let more: String?

    /// The answer carries a cursor for the next page, at a JSON pointer in the body. In the pointer `-` stands
    /// for the last element: `/data/-/id`. No cursor, or `false` at `more`, means the end.
    public static func cursor(parameter: String, next: String, more: String? = nil) -> Pagination {
        Pagination(kind: .cursor(parameter: parameter, next: next), more: more)
    }

    /// Pages are counted. An empty page, or `false` at `more`, means the end.
    public static func page(parameter: String, first: Int = 1, more: String? = nil) -> Pagination {
        Pagination(kind: .page(parameter: parameter, first: first), more: more)
    }

    /// Items are counted. An empty page, or `false` at `more`, means the end.
    public static func offset(parameter: String, more: String? = nil) -> Pagination {
        Pagination(kind: .offset(parameter: parameter), more: more)
    }

    /// A `Link` header with `rel="next"` (RFC 8288).
    public static let linkHeader = Pagination(kind: .linkHeader, more: nil)

    /// The body carries the URL of the next page at a JSON pointer.
    public static func nextURL(_ pointer: String) -> Pagination {
        Pagination(kind: .nextURL(pointer), more: nil)
    }
}

extension APIClient {
    /// The items of all pages. Nothing is asked for before the first item is.
    public func pages<Page: JSONCodable, Item: Sendable>(
        of request: APIRequest, by pagination: Pagination, items: @escaping @Sendable (Page) -> [Item], _ options: RequestOptions = .none
    ) -> Paginated<Page, Item> {
        let counted = CountedItems(items: items)
        return Paginated(items: items) { [self] in
            try await page(request, pagination, PagePosition(pagination), counted, options)
        }
    }

    private func page<Page: JSONCodable, Item: Sendable>(
        _ request: APIRequest, _ pagination: Pagination, _ position: PagePosition, _ counted: CountedItems<Page, Item>, _ options: RequestOptions
    ) async throws -> LoadedPage<Page> {
        let answer = try await run(position.applied(to: request), options, .collect, accept: "application/json")
        let page: Page = try decode(answer, options, nil)
        guard let next = try position.next(pagination, answer, itemCount: counted.items(page).count) else { return LoadedPage(page: page) }
        return LoadedPage(page: page) { [self] in
            try await self.page(request, pagination, next, counted, options)
        }
    }
}

private struct CountedItems<Page, Item>: Sendable {
    let items: @Sendable (Page) -> [Item]
}

/// Where in a list a page begins.
private enum PagePosition: Sendable, Equatable {
    case start
    case parameter(String, String)
    case counted(String, Int)
    case url(String)

    init(_ pagination: Pagination) {
        switch pagination.kind {
        case .page(let parameter, let first): self = .counted(parameter, first)
        case .offset(let parameter): self = .counted(parameter, 0)
        case .cursor, .linkHeader, .nextURL: self = .start
        }
    }

    func applied(to request: APIRequest) -> APIRequest {
        var request = request
        switch self {
        case .start: break
        case .parameter(let name, let value): request.replaceQuery(name, value)
        case .counted(let name, let value): request.replaceQuery(name, String(value))
        case .url(let url): request.parts.absoluteURL = url
        }
        return request
    }

    func next(_ pagination: Pagination, _ answer: Answer, itemCount: Int) throws(APIError) -> PagePosition? {
        let needsBody: Bool
        if case .linkHeader = pagination.kind { needsBody = false } else { needsBody = true }
        let body = needsBody ? (try? JSONValue(json: answer.bytes)) ?? .null : .null
        if let more = pagination.more, body.value(at: more)?.boolean == false { return nil }
        switch (pagination.kind, self) {
        case (.cursor(let parameter, let pointer), _):
            guard let cursor = body.value(at: pointer)?.queryText, !cursor.isEmpty else { return nil }
            let next = PagePosition.parameter(parameter, cursor)
            // A server that names the same page again would be asked for ever.
            return next == self ? nil : next
        case (.page, .counted(let parameter, let page)):
            return itemCount == 0 || page == .max ? nil : .counted(parameter, page + 1)
        case (.offset, .counted(let parameter, let offset)):
            let (sum, overflows) = offset.addingReportingOverflow(itemCount)
            return itemCount == 0 || overflows ? nil : .counted(parameter, sum)
        case (.linkHeader, _):
            return try url(answer.headers.values("link").lazy.compactMap(nextLink).first, answer)
        case (.nextURL(let pointer), _):
            return try url(body.value(at: pointer)?.string, answer)
        case (.page, _), (.offset, _):
            return nil
        }
    }

    /// The URL of the next page. Credentials go with it, so it has to be on the same server.
    private func url(_ reference: String?, _ answer: Answer) throws(APIError) -> PagePosition? {
        guard let reference, !reference.isEmpty, let current = URLText(answer.url) else { return nil }
        guard let next = current.resolve(reference), next.origin == current.origin else {
            throw APIError.configuration("\(answer.context): the next page is on another server: \(reference)")
        }
        return next == current ? nil : .url(next.text)
    }
}

/// The target of the link with `rel="next"` in a `Link` header.
func nextLink(_ header: String) -> String? {
    var rest = header.utf8[...]
    while let open = rest.firstIndex(of: 0x3C), let close = rest[open...].firstIndex(of: 0x3E) {
        let target = String(Substring(rest[rest.index(after: open)..<close]))
        rest = rest[rest.index(after: close)...]
        let parameters = rest.prefix { $0 != 0x3C }
        for parameter in parameters.split(whereSeparator: { $0 == 0x3B || $0 == 0x2C }) {
            let pair = String(decoding: parameter.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x22 }.map(lowercasedASCII), as: UTF8.self)
            if pair == "rel=next" { return target }
        }
        rest = rest[parameters.endIndex...]
    }
    return nil
}

extension JSONValue {
    /// The value at a JSON pointer; `-` is the last element of an array.
    func value(at pointer: String) -> JSONValue? {
        var value = self
        for step in pointer.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst() {
            let name = unescapedPointerStep(String(Substring(step)))
            switch value {
            case .array(let elements):
                guard let element = name == "-" ? elements.last : Int(name).flatMap({ value[$0] }) else { return nil }
                value = element
            default:
                guard let member = value[name] else { return nil }
                value = member
            }
        }
        return value
    }

    /// A simple value as it stands in a query.
    fileprivate var queryText: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number.text
        case .null, .boolean, .array, .object: nil
        }
    }
}

/// `~1` is a slash and `~0` a tilde (RFC 6901).
private func unescapedPointerStep(_ step: String) -> String {
    var result: [UInt8] = []
    var wasTilde = false
    for byte in step.utf8 {
        if wasTilde {
            result.append(byte == 0x31 ? 0x2F : 0x7E)
            if byte != 0x30 && byte != 0x31 { result.append(byte) }
            wasTilde = false
        } else if byte == 0x7E {
            wasTilde = true
        } else {
            result.append(byte)
        }
    }
    if wasTilde { result.append(0x7E) }
    return String(decoding: result, as: UTF8.self)
}
