/// The items of a list that comes in pages; each page is asked for when its first item is.
///
///     for try await assistant in revox.assistants.all() { … }
///     for try await page in revox.assistants.all().pages { … }
public struct Paginated<Page: Sendable, Item: Sendable>: AsyncSequence, Sendable {
    public typealias Element = Item

    private let items: @Sendable (Page) -> [Item]
    private let load: @Sendable () async throws -> LoadedPage<Page>

    init(items: @escaping @Sendable (Page) -> [Item], load: @escaping @Sendable () async throws -> LoadedPage<Page>) {
        self.items = items
        self.load = load
    }

    /// For lists whose pages follow each other by a rule of their own.
    ///
    /// - Parameters:
    ///   - next: what leads from a page to the next one; `nil` at the end.
    ///   - page: the first page for `nil`, then those that `next` leads to.
    public init<Cursor: Sendable>(
        items: @escaping @Sendable (Page) -> [Item], next: @escaping @Sendable (Page) -> Cursor?,
        page: @escaping @Sendable (Cursor?) async throws -> Page
    ) {
        self.items = items
        load = { try await LoadedPage(at: nil, next, page) }
    }

    /// The pages themselves.
    public var pages: Pages { Pages(load: load) }

    public func makeAsyncIterator() -> Iterator { Iterator(pages: pages.makeAsyncIterator(), items: items) }

    public struct Iterator: AsyncIteratorProtocol {
        var pages: Pages.Iterator
        let items: @Sendable (Page) -> [Item]
        var waiting: ArraySlice<Item> = []

        public mutating func next() async throws -> Item? {
            while true {
                if let item = waiting.popFirst() { return item }
                guard let page = try await pages.next() else { return nil }
                waiting = items(page)[...]
            }
        }
    }

    public struct Pages: AsyncSequence, Sendable {
        public typealias Element = Page

        let load: @Sendable () async throws -> LoadedPage<Page>

        public func makeAsyncIterator() -> Iterator { Iterator(load: load) }

        public struct Iterator: AsyncIteratorProtocol {
            var load: (@Sendable () async throws -> LoadedPage<Page>)?

            public mutating func next() async throws -> Page? {
                guard let load else { return nil }
                self.load = nil
                let loaded = try await load()
                self.load = loaded.next
                return loaded.page
            }
        }
    }
}

/// A page, and how to get the one after it.
struct LoadedPage<Page: Sendable>: Sendable {
    var page: Page
    var next: (@Sendable () async throws -> LoadedPage<Page>)?
}

extension LoadedPage {
    fileprivate init<Cursor: Sendable>(
        at cursor: Cursor?, _ next: @escaping @Sendable (Page) -> Cursor?, _ page: @escaping @Sendable (Cursor?) async throws -> Page
    ) async throws {
        let loaded = try await page(cursor)
        self.init(page: loaded)
        if let following = next(loaded) {
            self.next = { try await LoadedPage(at: following, next, page) }
        }
    }
}
