/// A decoded answer with what came around it.
public struct APIResponse<Value: Sendable>: Sendable {
    public var value: Value
    public var status: Int
    public var headers: HeaderFields
    /// The body as it came; empty for streams and files.
    public var body: [UInt8]
    public var context: CallContext

    public var requestID: String? { headers.requestID }
}

extension APIResponse where Value == [UInt8] {
    /// The body as text.
    public var text: String { String(decoding: value, as: UTF8.self) }
}

/// An answer whose body nobody has read or decoded.
public struct RawResponse: Sendable {
    public var status: Int
    public var headers: HeaderFields
    public var body: ByteStream
    public var context: CallContext

    public var requestID: String? { headers.requestID }
}

/// What the core found out about a successful call.
struct Answer: Sendable {
    var status: Int
    private let received: ReceivedFields
    var body: ResponseBody
    var context: CallContext
    /// The URL that gave the answer in the end.
    var url: String

    var headers: HeaderFields { received.fields }

    init(status: Int, received: ReceivedFields, body: ResponseBody, context: CallContext, url: String) {
        self.status = status
        self.received = received
        self.body = body
        self.context = context
        self.url = url
    }

    init(_ answer: APIResponse<[UInt8]>) {
        self.init(
            status: answer.status, received: .known(answer.headers), body: .bytes(answer.body), context: answer.context, url: ""
        )
    }

    var bytes: [UInt8] {
        if case .bytes(let bytes) = body { bytes } else { [] }
    }

    func stream() throws(APIError) -> ByteStream {
        switch body {
        case .bytes(let bytes): ByteStream(bytes)
        case .stream(let stream): stream
        case .file(let path): ByteStream(source: FileReader(path: path))
        }
    }
}

/// Remembers the answer of the calls that are made through one client value.
actor CallObserver {
    enum Wish: Sendable {
        case decoded
        /// Nothing after the head may be read or decoded: whoever wishes this takes the body.
        case raw
        case file(String)
    }

    let wish: Wish
    private(set) var answer: Answer?

    init(_ wish: Wish) {
        self.wish = wish
    }

    func note(_ answer: Answer) {
        self.answer = answer
    }
}
