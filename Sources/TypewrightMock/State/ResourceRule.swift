/// What a config says of a resource, where the document does not show it.
package struct ResourceRule: Sendable {
    /// The path of the collection, as in the document: `/assistants`.
    package var collection: String
    /// No state: any id is answered with an example.
    package var isOff = false
    /// The property with the id.
    package var id: String?
    /// Where the list stands in the answer that has one: names, one within the other.
    package var list: [String]?
    /// Where the resource itself stands in other answers.
    package var item: [String]?
    /// The path whose `POST` creates, where it is not the collection's.
    package var create: String?
    /// The path of one, where it is not the collection's with a parameter behind it.
    package var path: String?

    package init(collection: String) { self.collection = collection }
}
