extension Node {
    /// Tells nodes apart, also those that look the same. What aliases lead to is the same node.
    package struct Identity: Hashable, Sendable {
        private let tree: ObjectIdentifier
        private let index: Int

        fileprivate init(_ node: Node) {
            tree = ObjectIdentifier(node.tree)
            index = node.index
        }
    }

    package var identity: Identity { Identity(self) }
}
