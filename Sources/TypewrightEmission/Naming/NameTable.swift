import TypewrightModel

/// Every name that the emitted code declares. Total: nobody makes names after this.
package struct NameTable: Sendable {
    package var types: [SwiftTypeName]
    /// For each type its properties, cases or positions, in their order.
    package var members: [[SwiftIdentifier]]
    package var client: ClientNames
    /// For aliases whose schema asks more than their Swift type shows: what validates it.
    package var validators: [TypeID: SwiftIdentifier] = [:]

    package subscript(_ id: TypeID) -> SwiftTypeName { types[id.index] }
}

package struct ClientNames: Sendable {
    package var client: SwiftIdentifier
    /// One for each security scheme: the parameter that its credential is passed in.
    package var credentials: [SwiftIdentifier] = []
    package var groups: [GroupNames] = []
    package var operations: [OperationNames] = []
    package var webhooks: [SwiftIdentifier] = []
}

/// A group of operations: a property of the client (or of the group around it) and its type.
package struct GroupNames: Sendable {
    package var path: [String]
    package var property: SwiftIdentifier
    package var type: SwiftIdentifier
    /// Index in `ClientNames.groups` of the group around it.
    package var parent: Int?
}

package struct OperationNames: Sendable {
    /// Index in `ClientNames.groups`; none for methods of the client itself.
    package var group: Int?
    package var method: SwiftIdentifier
    /// For an operation that can answer with one value or with a stream of them.
    package var stream: SwiftIdentifier?
    /// For an operation whose pages follow each other.
    package var all: SwiftIdentifier?
    /// One for each parameter.
    package var parameters: [SwiftIdentifier]
    /// One for each property of a body that is spread over the call; empty where it is not.
    package var fields: [SwiftIdentifier]
}
