import Foundation
import Testing
import TypewrightRuntime

@testable import TypewrightHTTP

extension ClientConfiguration {
    /// For tests that are not about time: where all tests keep a busy machine busy, an answer may come late.
    static var patient: ClientConfiguration {
        var configuration = ClientConfiguration()
        configuration.timeout = .seconds(1800)
        return configuration
    }
}

/// A client of a loopback server, with a session of its own.
func loopbackClient(
    _ server: LoopbackServer, _ transport: (any Transport)? = nil, _ change: (inout ClientConfiguration) -> Void = { _ in }
) -> APIClient {
    loopbackClient(at: server.url, transport, change)
}

func loopbackClient(
    at url: String, _ transport: (any Transport)? = nil, _ change: (inout ClientConfiguration) -> Void = { _ in }
) -> APIClient {
    var configuration = ClientConfiguration.patient
    configuration.retries.maxRetries = 0
    configuration.environment = { _ in nil }
    change(&configuration)
    let service = Service(name: "Loopback", environmentPrefix: "LOOPBACK", server: "", schemes: ["bearer": .bearer], security: [["bearer"]])
    return APIClient(
        service, credentials: ["bearer": .token("s3cr3t")], baseURL: url, configuration: configuration,
        transport: transport ?? URLSessionTransport()
    )
}

/// Runs a test against a server, which is gone afterwards.
func withServer<Result>(
    _ handler: @escaping LoopbackServer.Handler, _ body: (LoopbackServer) async throws -> Result
) async throws -> Result {
    let server = try LoopbackServer(handler)
    defer { server.stop() }
    return try await body(server)
}

/// Waits until something holds; whether it did. Its patience is counted in turns, about 15 seconds of them on an idle
/// machine: on a busy one, where the task that is waited for comes late, so does the next turn.
func eventually(_ condition: () async throws -> Bool) async -> Bool {
    for _ in 0..<3_000 {
        if (try? await condition()) == true { return true }
        try? await Task.sleep(for: .milliseconds(5))
    }
    return false
}

/// The error of a call that has to fail.
func failure<Value>(_ call: () async throws -> Value) async -> APIError? {
    do {
        _ = try await call()
        Issue.record("the call succeeded")
    } catch let error as APIError {
        return error
    } catch {
        Issue.record("another error: \(error)")
    }
    return nil
}

extension APIError {
    /// The name of the case.
    var kind: String {
        switch self {
        case .configuration: "configuration"
        case .invalidRequest: "invalidRequest"
        case .connection: "connection"
        case .timeout: "timeout"
        case .cancelled: "cancelled"
        case .undecodableBody: "undecodableBody"
        case .invalidResponse: "invalidResponse"
        case .limit: "limit"
        case .file: "file"
        default: "status"
        }
    }
}

/// A file that is removed when this is let go.
final class TemporaryFile: Sendable {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("typewright-\(UUID().uuidString)").path

    init() {}

    init(size: Int) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw SocketFault(what: "create", code: 0) }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        let block = Data((0..<65_536).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        var rest = size
        while rest > 0 {
            try file.write(contentsOf: block.prefix(rest))
            rest -= min(rest, block.count)
        }
        try file.close()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var size: Int? { try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int }
}
