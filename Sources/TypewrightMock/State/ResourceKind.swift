import TypewrightSpec

/// A kind of thing that some requests create and others read, change and delete.
struct ResourceKind: Sendable {
    /// `/teams/{team}/players`
    let collection: String
    /// `/teams/{team}/players/{id}`
    let item: String
    /// The parameter at the end of the item's path.
    let parameter: String
    /// The property with the id.
    let id: String
    /// What one looks like when it is read.
    let schema: SchemaID

    /// What an operation does, and where the resource, or the list, stands in its answer.
    enum Role: Sendable {
        case create(at: [String], SchemaID?)
        case read(at: [String], SchemaID)
        case list(at: [String], items: SchemaID)
        /// `PATCH`, or `POST` to the item.
        case update(at: [String], SchemaID?)
        case replace(at: [String], SchemaID?)
        case delete(at: [String], SchemaID?)
        /// Something else that answers with the resource.
        case action(at: [String], SchemaID)
    }

    /// `assistant`, for messages.
    var noun: String {
        let last = PathTemplate.split(collection[...]).last { !$0.isEmpty && !$0.hasPrefix("{") } ?? "resource"
        if last.hasSuffix("ies") { return last.dropLast(3) + "y" }
        return last.hasSuffix("s") && !last.hasSuffix("ss") ? String(last.dropLast()) : String(last)
    }
}
