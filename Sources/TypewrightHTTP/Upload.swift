import Foundation
import TypewrightRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The body of a request in a form that `URLSession` can send.
///
/// Streams are spooled to a temporary file first: memory stays bounded, and on Apple systems their length
/// is known, which some servers insist on.
final class Upload: Sendable {
    private enum Content: Sendable {
        case none
        case bytes(Data)
        case file(URL, isTemporary: Bool)
    }

    private let content: Content

    init(_ body: RequestBody) async throws {
        switch body {
        case .none: content = .none
        case .bytes(let bytes): content = .bytes(Data(bytes))
        case .file(let path):
            guard FileManager.default.isReadableFile(atPath: path) else { throw TransportError.file("'\(path)' cannot be read") }
            content = .file(URL(fileURLWithPath: path), isTemporary: false)
        case .once, .parts:
            content = .file(try await Upload.spool(body.chunks()), isTemporary: true)
        }
    }

    deinit {
        if case .file(let url, true) = content { try? FileManager.default.removeItem(at: url) }
    }

    func task(for request: URLRequest, in session: URLSession, isDownload: Bool) -> URLSessionTask {
        var request = request
        switch content {
        case .none: break
        case .bytes(let data): request.httpBody = data
        // The answer to an upload cannot go to a file by itself; the client writes it there.
        case .file(let url, _):
            #if canImport(Darwin)
            return session.uploadTask(with: request, fromFile: url)
            #else
            return Upload.task(forFile: url, request, in: session)
            #endif
        }
        return isDownload ? session.downloadTask(with: request) : session.dataTask(with: request)
    }

    #if !canImport(Darwin)
    /// On Linux an upload task that ends before its file is through stops the program. A stream does not,
    /// but is sent in chunks, without its length. So what is not large goes as one piece.
    private static func task(forFile url: URL, _ request: URLRequest, in session: URLSession) -> URLSessionTask {
        var request = request
        let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int
        if let size, size <= largestPiece, let data = try? Data(contentsOf: url) {
            request.httpBody = data
        } else {
            request.httpBodyStream = InputStream(url: url)
        }
        return session.dataTask(with: request)
    }

    private static let largestPiece = 8 << 20
    #endif

    private static func spool(_ chunks: ByteStream) async throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("typewright-\(UUID().uuidString).upload")
        do {
            guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                throw TransportError.file("'\(url.path)' cannot be written")
            }
            let file = try FileHandle(forWritingTo: url)
            defer { try? file.close() }
            for try await chunk in chunks {
                try Task.checkCancellation()
                try file.write(contentsOf: Data(chunk))
            }
        } catch {
            try? FileManager.default.removeItem(at: url)
            throw error
        }
        return url
    }
}
