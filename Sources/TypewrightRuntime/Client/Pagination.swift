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
            try await page(request, pagination, PageTrail(PagePosition(pagination)), counted, options)
        }
    }

    private func page<Page: JSONCodable, Item: Sendable>(
        _ request: APIRequest, _ pagination: Pagination, _ trail: PageTrail, _ counted: CountedItems<Page, Item>, _ options: RequestOptions
    ) async throws -> LoadedPage<Page> {
        let answer = try await run(trail.position.applied(to: request), options, .collect, accept: "application/json")
        let page: Page = try decode(answer, options, nil)
        let next = try trail.position.next(pagination, answer, itemCount: counted.items(page).count)
        guard let next, let following = try trail.followed(by: next, answer) else { return LoadedPage(page: page) }
        return LoadedPage(page: page) { [self] in
            try await self.page(request, pagination, following, counted, options)
        }
    }
}

/// Where a walk stands, and as much of where it was as it takes to notice that it goes in circles (Brent's
/// algorithm: one earlier position, which moves up after 1, 2, 4, 8… pages).
private struct PageTrail: Sendable {
    var position: PagePosition
    private var earlier: PagePosition
    private var steps = 0
    private var lap = 1

    init(_ position: PagePosition) {
        self.position = position
        earlier = position
    }

    /// `nil` where the server names the same page again: so some say that it was the last one.
    func followed(by next: PagePosition, _ answer: Answer) throws(APIError) -> PageTrail? {
        if next == position { return nil }
        if next == earlier {
            throw APIError.undecodableBody(BodyFailure(
                status: answer.status, headers: answer.headers, body: answer.bytes,
                reason: "the next page is one that was read before", context: answer.context
            ))
        }
        var result = self
        result.position = next
        result.steps += 1
        if result.steps == lap {
            result.earlier = next
            result.steps = 0
            result.lap = min(lap, 1 << 30) * 2
        }
        return result
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
            return .parameter(parameter, cursor)
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
            // Only where: the rest may carry a key.
            let place = current.resolve(reference)?.origin ?? "an address that is none"
            throw APIError.configuration("\(answer.context): the next page is on another server: \(place)")
        }
        return next == current ? nil : .url(next.text)
    }
}

/// The target of the first link that is one to the next page, in a `Link` header: `<target>; rel="next last", …`
/// (RFC 8288).
func nextLink(_ header: String) -> String? {
    var rest = header.utf8[...]
    while let open = rest.firstIndex(of: 0x3C), let close = rest[open...].firstIndex(of: 0x3E) {
        let target = String(Substring(rest[rest.index(after: open)..<close]))
        rest = rest[rest.index(after: close)...]
        let parameters = linkParameters(&rest)
        let relations = parameters.first { HeaderFields.same($0.name, "rel") }?.value.utf8.split { $0 == 0x20 || $0 == 0x09 } ?? []
        if relations.contains(where: { HeaderFields.same(String(Substring($0)), "next") }) { return target }
    }
    return nil
}

/// Takes `; name=value; name="value"` up to the comma that ends the link.
private func linkParameters(_ rest: inout Substring.UTF8View) -> [(name: String, value: String)] {
    var parameters: [(name: String, value: String)] = []
    var text: [UInt8] = []
    var name: String?
    var isQuoted = false
    var isEscaped = false
    func end() {
        if let name { parameters.append((name, String(decoding: text, as: UTF8.self))) }
        name = nil
        text = []
    }
    while let byte = rest.popFirst() {
        if isEscaped {
            text.append(byte)
            isEscaped = false
            continue
        }
        switch byte {
        case 0x22: isQuoted.toggle()
        case 0x5C where isQuoted: isEscaped = true
        case _ where isQuoted: text.append(byte)
        case 0x2C:
            end()
            return parameters
        case 0x3B: end()
        case 0x3D where name == nil:
            name = String(decoding: text, as: UTF8.self)
            text = []
        case 0x20, 0x09: break
        default: text.append(byte)
        }
    }
    end()
    return parameters
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
