// Measures calls over loopback, by the generated client and by URLSession alone. Both send the same header fields, in
// sessions of the same settings, get the same answers and read the whole body; both keep their session or client.
//
//     client PORT [ROUNDS [SIDE [ANSWER]]]    one side, or all that take turns, and one of the answers, or both: a line
//                                    each for one call, side TAB row TAB CPU nanoseconds TAB wall nanoseconds
//
// CPU time is the process's: URLSession works in threads of its own. The server is another process.
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

func median(_ values: [Int]) -> Int { values.sorted()[values.count / 2] }

struct Side {
    let name: String
    let call: (_ answer: String) async throws -> Int
    var cpu: [Int] = []
    var wall: [Int] = []

    init(_ name: String, call: @escaping (String) async throws -> Int) {
        self.name = name
        self.call = call
    }

    mutating func batch(_ answer: String, of count: Int) async throws {
        let start = (cpu: now(CLOCK_PROCESS_CPUTIME_ID), wall: now(CLOCK_MONOTONIC))
        var sum = 0
        for _ in 0..<count { sum += try await call(answer) }
        guard sum > 0 else { fatalError("no answer") }
        cpu.append((now(CLOCK_PROCESS_CPUTIME_ID) - start.cpu) / count)
        wall.append((now(CLOCK_MONOTONIC) - start.wall) / count)
    }
}

let server = "http://127.0.0.1:\(CommandLine.arguments[1])"
let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 15 : 15
let session = URLSession(configuration: configuration())
let plainSession = URLSession(configuration: .ephemeral)
let transport = URLSessionTransport()
/// Made once, as the session is.
let clients = Dictionary(uniqueKeysWithValues: ["one", "many"].map { answer in
    (answer, RevoxClient(apiKey: "key", baseURL: "\(server)/\(answer)", transport: transport))
})
let decoder = JSONDecoder()

/// The settings of the client's session: neither side looks for cookies or keeps answers, which Foundation would do
/// unless told otherwise, for a quarter of a small call.
func configuration() -> URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = 32
    configuration.httpShouldSetCookies = false
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.timeoutIntervalForRequest = 86_400
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

let sides = everySide.filter { CommandLine.arguments.count < 4 || $0.name == CommandLine.arguments[3] }

for (answer, row, count) in [("one", "call, 2 KB", 100), ("many", "call, 200 KB", 30)]
where CommandLine.arguments.count < 5 || CommandLine.arguments[4] == answer {
    var sides = sides
    // The first calls make connections and threads.
    for index in sides.indices { try await sides[index].batch(answer, of: count) }
    for index in sides.indices { (sides[index].cpu, sides[index].wall) = ([], []) }
    for _ in 0..<rounds {
        for index in sides.indices { try await sides[index].batch(answer, of: count) }
    }
    for side in sides { print("\(side.name)\t\(row)\t\(median(side.cpu))\t\(median(side.wall))") }
}
