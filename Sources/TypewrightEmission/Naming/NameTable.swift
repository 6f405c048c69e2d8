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
    package var webhooks: WebhookNames?
    /// The type that lists the servers, where there is something to choose, and its members.
    package var servers: ServerNames?
}

package struct ServerNames: Sendable {
    package var type: SwiftIdentifier
    package var members: [SwiftIdentifier]
    /// For each member the parameters for its variables.
    package var variables: [[SwiftIdentifier]]
}

/// What takes the webhooks in, with a method for each of them.
package struct WebhookNames: Sendable {
    package var type: SwiftIdentifier
    package var methods: [SwiftIdentifier]
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
    /// For an operation that takes a multipart body beside another one.
    package var multipart: SwiftIdentifier?
    /// The methods that ask for another media type, one for each of `otherAnswers`.
    package var others: [SwiftIdentifier] = []
    /// One for each parameter.
    package var parameters: [SwiftIdentifier]
    /// One for each property of a body that is spread over the call; empty where it is not.
    package var fields: [SwiftIdentifier]
    /// One for each part of a multipart body.
    package var parts: [SwiftIdentifier] = []
    /// The parameters that take the body whole, one for each of `bodyVariants`.
    package var bodies: [SwiftIdentifier] = []
    /// The type of an answer that is different things under different statuses, and its cases.
    package var result: SwiftIdentifier?
    package var resultCases: [SwiftIdentifier] = []
    /// The type of what the answers' headers say, and its properties.
    package var headers: SwiftIdentifier?
    package var headerProperties: [SwiftIdentifier] = []
    /// The headers themselves, which are looked for once.
    package var answerHeaders: [Parameter] = []
}
