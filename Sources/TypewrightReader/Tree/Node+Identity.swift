extension Node {
    /// Tells nodes apart, also those that look the same. What aliases lead to is the same node.
    package struct Identity: Hashable, Sendable {
        private let tree: ObjectIdentifier
        /// An alias has a record of its own, but it says the place of what it stands for. No two values of a
        /// kind share a place: even an empty one stands behind an indicator of its own.
        private let start: UInt32
        private let end: UInt32
        private let kind: Kind

        fileprivate init(_ node: Node) {
            let record = node.record
            tree = ObjectIdentifier(node.tree)
            start = record.start
            end = record.end
            kind = record.kind
        }

        /// Where it begins tells nearly all of a document apart, and one word is hashed in half the time of four.
        package func hash(into hasher: inout Hasher) {
            hasher.combine(UInt64(UInt(bitPattern: tree)) ^ UInt64(start) << 32)
        }
    }

    package var identity: Identity { Identity(self) }
}
