import TypewrightSpec

/// The things that requests have created, until the server stops.
struct Store {
    struct Item {
        let id: String
        let value: JSON
        let looks = Looks()
    }

    /// How an item looks as each schema: made once, for lists that are read over and over. Whatever changes an item makes another one.
    final class Looks {
        private var known: [SchemaID: JSON] = [:]

        func look(as schema: SchemaID, _ make: () -> JSON) -> JSON {
            if let known = known[schema] { return known }
            let made = make()
            known[schema] = made
            return made
        }
    }

    /// A collection by its template and what its parameters are.
    struct Place: Hashable {
        let collection: String
        let parameters: [String]
    }

    private var collections: [Place: [Item]] = [:]
    private var created: [String: Int] = [:]

    func items(at place: Place) -> [Item] { collections[place] ?? [] }

    func item(_ id: String, at place: Place) -> Item? { collections[place]?.first { $0.id == id } }

    /// Adds it, or puts it in the place of the one with its id.
    mutating func put(_ item: Item, at place: Place) {
        if let index = collections[place]?.firstIndex(where: { $0.id == item.id }) {
            collections[place]?[index] = item
        } else {
            collections[place, default: []].append(item)
        }
    }

    mutating func remove(_ id: String, at place: Place) {
        collections[place]?.removeAll { $0.id == id }
    }

    /// How many were ever created, this one included.
    mutating func count(for collection: String) -> Int {
        created[collection, default: 0] += 1
        return created[collection, default: 0]
    }

    mutating func removeAll() {
        collections = [:]
        created = [:]
    }
}
