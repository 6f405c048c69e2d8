/// Names a check in `API.checks`.
package struct CheckID: Sendable, Hashable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// What JSON values have to satisfy, schema for schema.
package struct CheckTable: Sendable {
    package init() {}
}
