import TypewrightReader
import TypewrightSpec
import TypewrightValidation

/// The webhooks of a document, sent to whoever wants to see one.
package final class Webhooks: Sendable {
    private let spec: Spec
    private let seed: UInt64

    package init(_ spec: Spec, seed: UInt64 = 0) {
        self.spec = spec
        self.seed = seed
    }

    package var names: [String] { spec.api.webhooks.map(\.path) }

    /// One webhook, ready to go.
    package struct Message: Sendable {
        package var method: String
        package var headers: [(name: String, value: String)]
        package var body: [UInt8]
        /// How a body that was given breaks the document. It is sent all the same: receivers should bear it.
        package var findings: [Finding]
    }

    package enum Refusal: Error {
        case unknown(names: [String])
        /// There is no value that the schema accepts, or none was found.
        case impossible
        /// The payload that was named cannot be read.
        case unreadable(String)

        package var message: String {
            switch self {
            case .unknown(let names): names.isEmpty ? "The document has no webhooks" : "There is no such webhook; there are \(names.joined(separator: ", "))"
            case .unreadable(let reason): reason
            case .impossible: "No payload was found that satisfies the schema; give one"
            }
        }
    }

    /// `body` is the document's example, or made up, unless given.
    package func message(_ name: String, body: [UInt8]? = nil, secret: String? = nil, at now: Moment = .now) throws(Refusal) -> Message {
        guard let item = spec.api.webhooks.first(where: { $0.path == name }), let operation = item.operations.first else {
            throw .unknown(names: names)
        }
        let media = operation.requestBody?.content.first { MediaName.isJSON($0.essence) } ?? operation.requestBody?.content.first
        var message = Message(method: operation.method, headers: [], body: [], findings: [])
        if let body {
            message.body = body
            message.findings = findings(body, media)
        } else if let media {
            guard let made = payload(media) else { throw .impossible }
            message.body = made
        }
        message.headers.append((name: "User-Agent", value: "typewright-mock"))
        if let media { message.headers.append((name: "Content-Type", value: media.name)) }
        if let secret { message.headers += Webhooks.signature(of: message.body, secret: secret, name: name, at: now) }
        return message
    }

    private func payload(_ media: OpenAPI.MediaType) -> [UInt8]? {
        if let example = media.examples.first(where: { $0.value != nil })?.value { return JSON(example).bytes }
        guard let schema = media.schema else { return Array("{}".utf8) }
        let sampler = Sampler(spec)
        sampler.examples = .always
        return sampler.sample(of: schema, seed: seed).map { Array($0.utf8) }
    }

    private func findings(_ body: [UInt8], _ media: OpenAPI.MediaType?) -> [Finding] {
        guard let schema = media?.schema, MediaName.isJSON(media?.essence ?? "") else { return [] }
        guard let node = JSON.node(of: body) else { return [Finding(.body, keyword: "json", "it is no JSON")] }
        return Validator(spec).validate(node, against: schema).map { Finding($0, in: .body) }
    }

    /// As Standard Webhooks has it: the secret is Base64 behind `whsec_`, else taken as it is.
    private static func signature(of body: [UInt8], secret: String, name: String, at now: Moment) -> [(name: String, value: String)] {
        let prefix = "whsec_"
        let key = secret.hasPrefix(prefix) ? Base64.decoded(String(secret.dropFirst(prefix.count))) : nil
        let time = String(now.seconds)
        let id = "msg_" + String(Seed.of(UInt64(bitPattern: now.nanoseconds), name, time), radix: 36)
        let signed = Array("\(id).\(time).".utf8) + body
        let code = Base64.encoded(SHA256.authenticate(signed, key: key ?? Array(secret.utf8)))
        return [(name: "webhook-id", value: id), (name: "webhook-timestamp", value: time), (name: "webhook-signature", value: "v1," + code)]
    }

    // MARK: - Over HTTP

    func list() -> ServerAnswer {
        let list = spec.api.webhooks.map { item -> JSON in
            var json: JSON = ["name": .string(item.path)]
            if let operation = item.operations.first {
                json["method"] = .string(operation.method)
                if let summary = operation.summary ?? item.summary { json["summary"] = .string(summary) }
            }
            return json
        }
        let json: JSON = ["webhooks": .array(list)]
        return ServerAnswer(status: 200, headers: [(name: "Content-Type", value: "application/json")], body: .bytes(json.bytes))
    }

    /// `{"url": …, "body": …, "secret": …}`; the answer comes when the receiver has answered.
    func send(_ name: String, _ request: ServerRequest) -> ServerAnswer {
        // A form in a browser could be sent by any page; JSON cannot.
        guard request.headers["Content-Type"].flatMap({ MediaName($0) })?.isJSON == true else {
            return Problem(status: 415, detail: "This wants application/json: {\"url\": …}").answer(to: request)
        }
        guard let order = JSON(text: request.body), let url = order["url"]?.string else {
            return Problem(status: 422, detail: "This wants {\"url\": …}, and may have \"body\" and \"secret\"").answer(to: request)
        }
        guard let address = WebAddress(url) else {
            return Problem(status: 422, detail: "'\(url)' is no address that begins with http:// or https://").answer(to: request)
        }
        let message: Message
        do throws(Refusal) {
            message = try self.message(name, body: order["body"]?.bytes, secret: order["secret"]?.string)
        } catch {
            let status = if case .unknown = error { 404 } else { 501 }
            return Problem(status: status, detail: error.message).answer(to: request)
        }
        let feed = Feed()
        let isStarted = Thread.start {
            let delivery = WebhookDelivery.send(message, to: address)
            feed.send(delivery.json(of: name, message).bytes)
            feed.close()
        }
        guard isStarted else { return Problem(status: 503, detail: "There is no thread to send from").answer(to: request) }
        return ServerAnswer(status: 200, headers: [(name: "Content-Type", value: "application/json")], body: .feed(feed))
    }
}
