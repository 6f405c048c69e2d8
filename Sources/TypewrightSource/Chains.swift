/// Places of which each leads on to one other, or to none: where their chains end, and which of them go in circles.
///
/// Each is gone through once, however many chains it is part of: documents have names for names for names.
package struct Chains {
    /// Per place, the last one of its chain. Of what leads into a circle, one that is in it.
    package private(set) var ends: [Int]
    /// Each in the order in which it is gone through.
    package private(set) var circles: [[Int]] = []

    package init(_ next: [Int?]) {
        ends = Array(next.indices)
        var isKnown = [Bool](repeating: false, count: next.count)
        var path: [Int] = []
        // Most places lead nowhere.
        for start in next.indices where next[start] != nil && !isKnown[start] {
            path.removeAll(keepingCapacity: true)
            var place = start
            while !isKnown[place] {
                isKnown[place] = true
                path.append(place)
                guard let following = next[place] else { break }
                place = following
            }
            let end: Int
            if let first = path.firstIndex(of: place) {
                end = place
                if next[place] != nil { circles.append(Array(path[first...])) }
            } else {
                end = ends[place]
            }
            for place in path { ends[place] = end }
        }
    }
}
