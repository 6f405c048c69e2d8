import Testing
import TypewrightSource

@Suite struct ChainsTests {
    @Test func endsAndCircles() {
        let chains = Chains([1, 2, nil, 2, 5, 6, 5, 7, nil, 4])
        #expect(chains.ends[0...3] == [2, 2, 2, 2])
        #expect(chains.ends[8] == 8)
        #expect(chains.circles == [[5, 6], [7]])
        // What leads into a circle.
        #expect([5, 6].contains(chains.ends[4]))
        #expect([5, 6].contains(chains.ends[9]))
        #expect(Chains([]).ends.isEmpty)
    }

    /// Followed from every start, these would be five thousand million steps.
    @Test func aLongChainIsFollowedOnce() {
        let count = 100_000
        for isBackwards in [false, true] {
            let next = (0..<count).map { isBackwards ? ($0 == 0 ? nil : $0 - 1) : ($0 == count - 1 ? nil : $0 + 1) }
            let end = isBackwards ? 0 : count - 1
            #expect(Chains(next).ends.allSatisfy { $0 == end })
        }
    }
}
