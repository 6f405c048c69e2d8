import Foundation
import TypewrightRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The body of a request in a form that `URLSession` can send.
///
/// Streams are spooled to a temporary file first: memory stays bounded, and their length is known, which some
/// servers insist on.
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
        #if canImport(Darwin)
        switch content {
        case .none: break
        case .bytes(let data): request.httpBody = data
        // The answer to an upload cannot go to a file by itself; the client writes it there.
        case .file(let url, _): return session.uploadTask(with: request, fromFile: url)
        }
        #else
        if let stream = stream() {
            request.httpBodyStream = stream
            if let length {
                request.setValue(String(length), forHTTPHeaderField: "Content-Length")
                // A stream would be sent in chunks. A field of blanks is not sent itself, but keeps libcurl from that.
                request.setValue(" ", forHTTPHeaderField: "Transfer-Encoding")
            }
        }
        #endif
        return isDownload ? session.downloadTask(with: request) : session.dataTask(with: request)
    }

    #if !canImport(Darwin)
    /// The body from its beginning.
    ///
    /// On Linux every body is sent as a stream. When a kept connection turns out to be closed, libcurl sends the
    /// request once more on a new one, and asks for the body again; of a stream Foundation gets another one from the
    /// delegate, but a body that is data it sends from where it had come to: with nothing. And an upload task that
    /// ends before its file is through stops the program.
    func stream() -> InputStream? {
        switch content {
        case .none: nil
        case .bytes(let data): InputStream(data: data)
        case .file(let url, _): InputStream(url: url)
        }
    }

    private var length: Int? {
        switch content {
        case .none: nil
        case .bytes(let data): data.count
        case .file(let url, _): try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int
        }
    }
    #endif

    private static func spool(_ chunks: ByteStream) async throws -> URL {
        let name = "typewright-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString).upload"
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
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
