import TypewrightReader
import TypewrightSource

extension Schema {
    /// A `$ref`. One without a target was reported; it then accepts everything.
    package struct Reference: Sendable {
        /// As it was written.
        package let text: String
        package let range: SourceRange
        package let target: SchemaID?
    }

    /// A `$dynamicRef`, or 2019-09's `$recursiveRef`.
    package struct DynamicReference: Sendable {
        package let text: String
        package let range: SourceRange
        /// Where it leads without regard to the dynamic scope.
        package let target: SchemaID?
        /// Where this is set, the outermost resource of the dynamic scope that has a dynamic anchor of
        /// that name is where the reference leads (`Resource.dynamicAnchors`).
        /// The anchor of `$recursiveAnchor: true` is the empty name.
        package let anchor: String?
    }

    /// How a payload tells which branch of a union it is.
    package struct Discriminator: Sendable {
        package let propertyName: String
        package let mapping: [Mapping]
        /// 3.2: the branch for values that the mapping does not name.
        package let defaultMapping: Mapping?
        package let node: Node

        package struct Mapping: Sendable {
            /// The value of the property; empty for the default.
            package let value: String
            /// What it is mapped to, as written: a reference, or the bare name of a component.
            package let text: String
            package let range: SourceRange
            package let target: SchemaID?
        }
    }
}

/// Names a schema resource in `Spec.resources`.
package struct ResourceID: Hashable, Sendable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// A document, or a part of one that has a `$id` of its own.
package struct Resource: Sendable {
    /// The base URI, absolute or relative to the root document's folder.
    package let base: String
    package let dialect: Dialect
    /// `$dynamicAnchor`s; `$recursiveAnchor: true` stands under the empty name.
    package internal(set) var dynamicAnchors: [String: SchemaID] = [:]
}
