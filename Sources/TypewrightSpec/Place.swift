import TypewrightSource

/// Where something stands: a chain of steps up to the root of its document.
///
/// Steps are small and shared; the text is made when somebody asks for it.
package final class Place: Sendable {
    package enum Step: Sendable {
        /// The root, with the document's path or URL as reports show it; empty for the root document.
        case document(String)
        case member(String)
        case element(Int)
    }

    package let parent: Place?
    package let step: Step
    /// Looked for once, for the text is made again for each place below.
    private let needsEscapes: Bool

    package init(document: String) {
        parent = nil
        step = .document(document)
        needsEscapes = false
    }

    private init(parent: Place, step: Step, needsEscapes: Bool) {
        self.parent = parent
        self.step = step
        self.needsEscapes = needsEscapes
    }

    package func member(_ name: String) -> Place {
        Place(parent: self, step: .member(name), needsEscapes: PointerToken.needsEscapes(name))
    }

    package func element(_ index: Int) -> Place { Place(parent: self, step: .element(index), needsEscapes: false) }

    /// `/components/schemas/Pet`: a JSON pointer from the root of the document.
    package var pointer: String {
        var text: [UInt8] = []
        appendPointer(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// `#/components/schemas/Pet`, or `models/pet.yaml#/properties/name` in another document.
    package var location: String {
        var text: [UInt8] = []
        // Most are shorter, and then there is one allocation. Every schema has its location told.
        text.reserveCapacity(160)
        text.append(contentsOf: document.utf8)
        text.append(UInt8(ascii: "#"))
        appendPointer(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private func appendPointer(to text: inout [UInt8]) {
        parent?.appendPointer(to: &text)
        appendStep(to: &text)
    }

    fileprivate func appendStep(to text: inout [UInt8]) {
        switch step {
        case .document: break
        case .member(let name):
            text.append(UInt8(ascii: "/"))
            if needsEscapes { PointerToken.append(escaped: name, to: &text) } else { text.append(text: name) }
        case .element(let index):
            text.append(UInt8(ascii: "/"))
            text.append(contentsOf: String(index).utf8)
        }
    }

    /// The document's path or URL; empty for the root document.
    package var document: String {
        var place = self
        while let parent = place.parent { place = parent }
        if case .document(let name) = place.step { return name }
        return ""
    }

    /// The name or index that leads here from the parent, as text.
    package var lastStep: String {
        switch step {
        case .document(let name): name
        case .member(let name): name
        case .element(let index): "\(index)"
        }
    }

    /// From the root to here.
    package var steps: [Step] {
        var steps: [Step] = [step]
        var place = parent
        while let current = place {
            steps.append(current.step)
            place = current.parent
        }
        steps.reverse()
        return steps
    }
}

/// Tells the locations of places one after another. Neighbours mostly stand in the same place, or one beside it: its text
/// is kept.
package struct Locations {
    /// The places around, from the document inwards, each with where its text ends.
    private var around: [(place: Place, end: Int)] = []
    private var text: [UInt8] = []

    package init() {}

    package mutating func location(of place: Place) -> String {
        guard let parent = place.parent else { return place.location }
        enter(parent)
        place.appendStep(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Leaves the text at what such a place's own begins with.
    private mutating func enter(_ place: Place) {
        if let kept = around.lastIndex(where: { $0.place === place }) {
            around.removeLast(around.count - 1 - kept)
            text.removeLast(text.count - around[kept].end)
            return
        }
        if let parent = place.parent {
            enter(parent)
            place.appendStep(to: &text)
        } else {
            around.removeAll(keepingCapacity: true)
            text.removeAll(keepingCapacity: true)
            text.append(text: place.document)
            text.append(UInt8(ascii: "#"))
        }
        around.append((place, text.count))
    }
}
