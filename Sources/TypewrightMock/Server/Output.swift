/// What is still to be sent on a connection.
struct Output {
    private var segments: [[UInt8]] = []
    /// The first segments that are sent already, and how much of the one after them.
    private var done = 0
    private var offset = 0
    private(set) var count = 0
    /// All that was ever sent, to tell when a particular answer is out.
    private(set) var sent = 0

    var isEmpty: Bool { count == 0 }

    mutating func append(_ bytes: [UInt8]) {
        if bytes.isEmpty { return }
        count += bytes.count
        // Small ones travel together.
        if let last = segments.indices.last, segments[last].count + bytes.count <= 16 << 10 {
            segments[last] += bytes
        } else {
            segments.append(bytes)
        }
    }

    mutating func clear() {
        segments = []
        (done, offset, count) = (0, 0, 0)
    }

    /// Sends as much as goes; `later` and `failed` say why it was not all.
    mutating func send(to socket: Int32) -> Sockets.Transfer {
        let before = sent
        while done < segments.count {
            let result = segments[done].withUnsafeBytes { Sockets.write(socket, UnsafeRawBufferPointer(rebasing: $0[offset...])) }
            guard case .bytes(let written) = result else { return result }
            offset += written
            sent += written
            count -= written
            if offset == segments[done].count {
                segments[done] = []
                done += 1
                offset = 0
            }
        }
        clear()
        return .bytes(sent - before)
    }
}
