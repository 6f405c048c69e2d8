/// Where a check is: the text with its cursor, the frames of the schemas around, and what was found wrong.
///
/// Generated code drives it through a `JSONChecker`, which says the same in the same words. Nothing throws on the way. What
/// is wrong is noted with its offset and checking goes on; where it cannot go on (the text is no JSON, a trial has failed,
/// the limit is reached) the cursor jumps to the end of the text and `reader.fault` is set, so that every later call passes
/// by itself.
@usableFromInline struct CheckState: ~Copyable, @unchecked Sendable {
    // `@unchecked`: there is no second one, and what its pointers lead to is its own or does not change. Said so that the
    // compiler need not ask of each function, field by field, whether it may be handed on.
    //
    // Its functions and accessors are all `mutating`, also those that only look: the others are handed its fields as
    // values, of which the compiler follows each.

    var reader: JSONReader
    let options: ValidationOptions

    /// How many trials are running; in a trial nothing is noted, it only fails.
    var trials = 0
    /// In the second pass: the alternatives that are to be explained.
    var explanations: Explanations?
    /// Whether the present branch takes notes of its own, although it is a trial.
    var explainsBranch = false
    /// The present trial has failed.
    var hasFailed = false
    /// No more violations are wanted.
    var isFull = false
    var findings: [Finding] = []
    /// What else would have been accepted at a place where one kind of value is looked for.
    var alternatives: (at: UnsafePointer<UInt8>?, kinds: Kinds) = (nil, [])
    /// Counts failures, also those that were not noted again.
    var failures = 0

    /// There is always a frame on top: the one that `init` made.
    private(set) var top: UnsafeMutablePointer<Frame>
    private(set) var frames: UnsafeMutablePointer<Frame>
    private var lastFrame: UnsafeMutablePointer<Frame>
    private let maximumFrames: Int
    /// The entry of a key that no object has.
    let noEntry = JSONWriter.noKeys.table.pointee.entries
    /// What was found after a key, by the place of its entry.
    let followers: UnsafeMutablePointer<Follower>
    static let followerCount = 64
    /// Whether any is known.
    var followsText = false
    /// Frames that were asked for when there was no more room. After a fault nothing looks into frames,
    /// so all that counts is that each `push` has its `pop`.
    private(set) var overflow = 0

    /// The members and elements that were evaluated, by address.
    var marks: [UnsafePointer<UInt8>] = []
    var sides = Sides()
    var memory = Memory()
    var scope = DynamicScope()

    init(_ reader: consuming JSONReader, _ options: ValidationOptions) {
        self.reader = reader
        self.options = options
        // A level of the text rarely takes more than two frames; schemas that are applied in place take more.
        maximumFrames = min(max(options.maximumDepth, 1), 512) * 6 + 32
        let capacity = 32
        frames = .allocate(capacity: capacity)
        frames.initialize(repeating: Frame(start: self.reader.at, entry: noEntry), count: capacity)
        followers = .allocate(capacity: Self.followerCount)
        followers.initialize(repeating: Follower(before: noEntry, last: noEntry, lastButOne: noEntry), count: Self.followerCount)
        top = frames
        lastFrame = frames + (capacity - 1)
        top.pointee.levels = self.reader.levels
    }

    deinit {
        frames.deallocate()
        followers.deallocate()
        sides.elements.deallocate()
        sides.ends.deallocate()
    }

    /// What only few schemas need: things that belong to frames but differ in number.
    struct Sides {
        /// Words of keys beyond the first 64: of each object first the seen ones, then the required ones.
        var keys: [UInt64] = []
        /// Where the elements of arrays that must be unique begin.
        var elements = PlaceStack()
        /// Where the values of objects end that several schemas go through.
        var ends = PlaceStack()
        var dependencies: [Dependency] = []
        var hashes = ValueHashes()
    }
}

extension CheckState {
    /// Whether what is wrong is noted.
    var isNoting: Bool { mutating get { trials == (explainsBranch ? 1 : 0) } }
}

// MARK: - Frames

extension CheckState {
    var depth: Int { mutating get { top - frames + 1 } }

    /// False when there is no more room, and then the frame on top is another one's.
    @inline(__always) @discardableResult
    mutating func push(_ role: Frame.Role, _ location: StaticString = "") -> Bool {
        reader.skipWhitespace()
        if top == lastFrame && !makeRoom() { return false }
        let isAsked = top.pointee.passesOn
        let frame = top + 1
        top = frame
        frame.pointee.begin(role)
        frame.pointee.collects = isAsked
        let isContainer = role == .object || role == .array
        frame.pointee.passesOn = isAsked && !isContainer
        frame.pointee.sharer = isContainer ? -1 : (frame - 1).pointee.sharer
        frame.pointee.location = location
        frame.pointee.start = reader.at
        frame.pointee.levels = reader.levels
        if isAsked { frame.pointee.marks = marks.count }
        return true
    }

    @inline(__always)
    mutating func pop() {
        if overflow > 0 {
            overflow -= 1
        } else if top > frames {
            top -= 1
        }
    }

    @inline(never)
    private mutating func makeRoom() -> Bool {
        let capacity = lastFrame - frames + 1
        guard capacity < maximumFrames else {
            overflow += 1
            reader.fail(.tooDeep)
            return false
        }
        let larger = UnsafeMutablePointer<Frame>.allocate(capacity: capacity * 2)
        larger.initialize(repeating: Frame(start: reader.start, entry: noEntry), count: capacity * 2)
        larger.update(from: frames, count: capacity)
        frames.deallocate()
        frames = larger
        top = frames + (capacity - 1)
        lastFrame = frames + (capacity * 2 - 1)
        return true
    }

    /// Begins a schema of which several parts are applied to the same value.
    @usableFromInline mutating func begin(at location: StaticString) {
        guard push(.scope, location) else { return }
        let frame = top
        guard frame.pointee.sharer < 0 else { return }
        frame.pointee.sharer = frame - frames
        frame.pointee.ends = -1
        frame.pointee.firstEnd = sides.ends.count
        frame.pointee.isShared = true
    }

    /// Begins a schema whose only part has no frame of its own.
    @usableFromInline mutating func start(at location: StaticString) {
        if top == lastFrame && !makeRoom() { return }
        let isAsked = top.pointee.passesOn
        let frame = top + 1
        top = frame
        frame.pointee.begin(.scope)
        frame.pointee.collects = isAsked
        frame.pointee.passesOn = isAsked
        frame.pointee.sharer = (frame - 1).pointee.sharer
        frame.pointee.location = location
    }

    /// Begins the branch of `anyOf` that is the only one for the value.
    @usableFromInline mutating func start(anyOf index: Int, at location: StaticString) { start(.anyOf, index, at: location) }

    /// Begins the branch of `oneOf` that is the only one for the value.
    @usableFromInline mutating func start(oneOf index: Int, at location: StaticString) { start(.oneOf, index, at: location) }

    private mutating func start(_ step: Frame.Step, _ index: Int, at location: StaticString) {
        start(at: location)
        guard overflow == 0 else { return }
        top.pointee.step = step
        top.pointee.index = index
    }

    /// Ends what `start` began.
    @usableFromInline mutating func done() {
        pop()
    }

    /// Goes back to the value's start for the next part.
    @usableFromInline mutating func again() {
        top.pointee.step = .here
        rewind()
    }

    /// Goes back to the value's start for a branch of `allOf`.
    @usableFromInline mutating func allOf(_ index: Int) {
        top.pointee.step = .allOf
        top.pointee.index = index
        rewind()
    }

    @inline(__always)
    mutating func rewind() {
        guard reader.fault == nil else { return }
        reader.at = top.pointee.start
        reader.levels = top.pointee.levels
        alternatives.at = nil
    }
}
