// Makes calls over loopback, by the generated client or by URLSession alone. All sides send the same header fields, get
// the same answers and read the whole body; all keep their session or client, and that of `URLSession` has the settings
// of the client's.
//
//     client PORT SIDE    for each line of its input, ANSWER SPACE COUNT, so many calls one after the other, and a line for
//                         one of them: CPU nanoseconds TAB wall nanoseconds. The answer is `one` or `many`.
//
// Whoever gives the orders can have several of these take turns, in a process for each. CPU time is the process's:
// URLSession works in threads of its own. The server is another process.
import Foundation
import Revox
import TypewrightHTTP
import TypewrightRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

func now(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}

struct Side {
    let name: String
    let call: (_ answer: String) async throws -> Int

    init(_ name: String, call: @escaping (String) async throws -> Int) {
        self.name = name
        self.call = call
    }

    /// What one of so many calls took.
    func block(of count: Int, _ answer: String) async throws -> (cpu: Int, wall: Int) {
        let start = (cpu: now(CLOCK_PROCESS_CPUTIME_ID), wall: now(CLOCK_MONOTONIC))
        var sum = 0
        for _ in 0..<count { sum += try await call(answer) }
        guard sum > 0 else { fatalError("no answer") }
        return ((now(CLOCK_PROCESS_CPUTIME_ID) - start.cpu) / count, (now(CLOCK_MONOTONIC) - start.wall) / count)
    }
}

let server = "http://127.0.0.1:\(CommandLine.arguments[1])"
let session = URLSession(configuration: configuration(timeout: 1e10))
/// It gives up as the client does by default, which keeps the time itself.
let timedSession = URLSession(configuration: configuration(timeout: 60))
let plainSession = URLSession(configuration: .ephemeral)
let transport = URLSessionTransport()
/// Made once, as the session is.
let clients = Dictionary(uniqueKeysWithValues: ["one", "many"].map { answer in
    (answer, RevoxClient(apiKey: "key", baseURL: "\(server)/\(answer)", transport: transport))
})
let decoder = JSONDecoder()

/// The settings of the client's session: neither side looks for cookies or keeps answers, which Foundation would do
/// unless told otherwise, for a quarter of a small call.
func configuration(timeout: TimeInterval) -> URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = 32
    configuration.httpShouldSetCookies = false
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.timeoutIntervalForRequest = timeout
    return configuration
}

func bareRequest(_ answer: String) -> URLRequest {
    guard let url = URL(string: "\(server)/\(answer)/assistants") else { fatalError("no URL") }
    var request = URLRequest(url: url)
    request.setValue("*/*", forHTTPHeaderField: "Accept")
    request.setValue("Revox-Swift", forHTTPHeaderField: "User-Agent")
    request.setValue("Bearer key", forHTTPHeaderField: "Authorization")
    return request
}

let everySide = [
    Side("URLSession") { answer in
        try await session.data(for: bareRequest(answer)).0.count
    },
    Side("URLSession with a timeout") { answer in
        try await timedSession.data(for: bareRequest(answer)).0.count
    },
    Side("URLSession as it comes") { answer in
        try await plainSession.data(for: bareRequest(answer)).0.count
    },
    Side("URLSession and JSONSerialization") { answer in
        let data = try await session.data(for: bareRequest(answer)).0
        return try (JSONSerialization.jsonObject(with: data) as? [String: Any])?.count ?? 0
    },
    Side("typewright, decoded") { answer in
        try await clients[answer]?.assistants.list().assistants.count ?? 0
    },
    // The same call, its body taken as it came: all that the client adds to the transport.
    Side("typewright, bytes") { answer in
        try await clients[answer]?.assistants.client.bytes(of: APIRequest("GET", "/assistants")).count ?? 0
    },
]

guard let side = everySide.first(where: { $0.name == CommandLine.arguments[2] }) else { fatalError("no such side") }
while let order = readLine()?.split(separator: " "), order.count == 2, let count = Int(order[1]) {
    let (cpu, wall) = try await side.block(of: count, String(order[0]))
    print("\(cpu)\t\(wall)")
    fflush(nil)
}
