/// How JSON text is read.
public struct JSONReadOptions: Sendable {
    /// How many arrays and objects may stand within each other, 128 unless changed.
    ///
    /// Reading, comparing and freeing nested values takes stack for each level, and some
    /// threads have only 512 KB of it; so the limit can be raised to 512 and no further.
    public var maximumDepth: Int {
        get { storedDepth }
        set { storedDepth = min(max(newValue, 1), 512) }
    }

    private var storedDepth = 128

    public init(maximumDepth: Int = 128) {
        self.maximumDepth = maximumDepth
    }
}
