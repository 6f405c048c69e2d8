import TypewrightSpec

/// Which part of a list is asked for, and what the answer says of the rest.
struct Paging {
    let operation: OpenAPI.Operation
    let view: SchemaView
    let query: [String: JSON]

    struct Page {
        var items: ArraySlice<Store.Item>
        var total: Int
        var start: Int
        var size: Int
        var hasMore: Bool { start + items.count < total }
        /// What leads to the next page.
        var next: String? { hasMore ? items.last?.id : nil }
    }

    private static let sizes = ["limit", "perpage", "pagesize", "size", "maxresults", "first", "count", "top", "take", "pagelimit"]
    private static let offsets = ["offset", "skip", "start", "startindex", "pageoffset"]
    private static let pages = ["page", "pagenumber", "pageindex"]
    private static let cursors = [
        "cursor", "after", "startingafter", "pagetoken", "nexttoken", "continuationtoken", "nextcursor", "nextpagetoken", "marker", "pagecursor", "pageafter",
    ]
    private static let backwards = ["before", "endingbefore", "pagebefore"]

    private static func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// The name of a declared query parameter that is called one of these.
    private func parameter(_ names: [String]) -> OpenAPI.Parameter? {
        let declared = operation.parameters.filter { $0.location == .query }
        return names.lazy.compactMap { name in declared.first { Paging.plain($0.name) == name } }.first
    }

    private func value(_ names: [String]) -> String? { parameter(names).flatMap { query[$0.name]?.plain } }

    func page(of items: [Store.Item]) -> Page {
        let size = size ?? items.count
        var start = 0
        var end = items.count
        if let offset = value(Paging.offsets).flatMap({ Int($0) }) { start = offset }
        if let number = value(Paging.pages).flatMap({ Int($0) }) { start = (max(number, 1) - 1).multipliedReportingOverflow(by: size).partialValue }
        if let cursor = value(Paging.cursors), !cursor.isEmpty { start = items.firstIndex { $0.id == cursor }.map { $0 + 1 } ?? items.count }
        if let cursor = value(Paging.backwards), !cursor.isEmpty {
            end = items.firstIndex { $0.id == cursor } ?? 0
            start = max(0, end - size)
        }
        start = min(max(start, 0), end)
        return Page(items: items[start..<min(end, start.addingReportingOverflow(size).partialValue)], total: items.count, start: start, size: size)
    }

    /// As asked, else as the document says; `nil` where neither does.
    private var size: Int? {
        guard let parameter = parameter(Paging.sizes) else { return nil }
        let asked = query[parameter.name]?.plain ?? parameter.schema.flatMap { view.defaultValue([$0])?.plain }
        return asked.flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) }
    }

    /// Sets what an envelope says of pages, wherever it stands in it.
    func describe(_ page: Page, in envelope: JSON, at list: [String], path: String) -> JSON {
        guard case .object = envelope else { return envelope }
        return described(envelope, page, path, except: list.first, depth: 0)
    }

    private func described(_ object: JSON, _ page: Page, _ path: String, except list: String?, depth: Int) -> JSON {
        var object = object
        for member in object.members where member.name != list {
            if case .object = member.value, depth < 2 {
                object[member.name] = described(member.value, page, path, except: nil, depth: depth + 1)
            } else if let value = described(member.name, member.value, page, path) {
                object[member.name] = value
            }
        }
        return object
    }

    private func described(_ name: String, _ old: JSON, _ page: Page, _ path: String) -> JSON? {
        switch Paging.plain(name) {
        case "hasmore", "more", "hasnext", "hasnextpage": .boolean(page.hasMore)
        case "hasprevious", "haspreviouspage": .boolean(page.start > 0)
        case "total", "totalcount", "totalresults", "totalitems", "totalelements", "totalsize", "totalrecords": number(page.total, like: old)
        case "count", "resultcount", "size": number(page.items.count, like: old)
        case "limit", "perpage", "pagesize": number(page.size, like: old)
        case "offset", "skip", "start": number(page.start, like: old)
        case "page", "currentpage", "pagenumber": number(page.size > 0 ? page.start / page.size + 1 : 1, like: old)
        case "totalpages", "pagecount", "lastpage": number(page.size > 0 ? (page.total + page.size - 1) / page.size : 1, like: old)
        case "nextcursor", "nextpagetoken", "nexttoken", "cursor", "after", "endcursor", "continuationtoken", "startingafter":
            page.next.map { .string($0) } ?? .null
        case "firstid": page.items.first.map { .string($0.id) } ?? .null
        case "lastid": page.items.last.map { .string($0.id) } ?? .null
        case "next", "nextpage", "nexturl", "nextpageurl", "nextlink": next(page, path, old)
        case "previous", "prev", "previouspage", "previousurl", "prevpage": .null
        default: nil
        }
    }

    private func isNumber(_ json: JSON) -> Bool {
        if case .number = json { return true }
        return false
    }

    private func number(_ value: Int, like old: JSON) -> JSON? { isNumber(old) || old.isNull ? .number(String(value)) : nil }

    /// The way to the next page, as a path or as a number.
    private func next(_ page: Page, _ path: String, _ old: JSON) -> JSON {
        guard page.hasMore else { return .null }
        if isNumber(old) { return .number(String(page.size > 0 ? page.start / page.size + 2 : 2)) }
        return nextQuery(page).map { .string(path + "?" + $0) } ?? .null
    }

    private func nextQuery(_ page: Page) -> String? {
        let step: (String, String)
        if let cursor = parameter(Paging.cursors), let next = page.next {
            step = (cursor.name, next)
        } else if let number = parameter(Paging.pages), page.size > 0 {
            step = (number.name, String(page.start / page.size + 2))
        } else if let offset = parameter(Paging.offsets) {
            step = (offset.name, String(page.start + page.items.count))
        } else {
            return nil
        }
        let kept = operation.parameters.compactMap { parameter -> (String, String)? in
            guard parameter.location == .query, parameter.name != step.0, let text = query[parameter.name]?.plain else { return nil }
            return (parameter.name, text)
        }
        return (kept + [step]).map { Percent.encoded($0.0) + "=" + Percent.encoded($0.1) }.joined(separator: "&")
    }

    /// `Link: <…?page=2>; rel="next"`, for lists that are nothing but a list.
    func link(_ page: Page, path: String) -> String? {
        guard page.hasMore, let query = nextQuery(page) else { return nil }
        return "<\(path)?\(query)>; rel=\"next\""
    }
}
