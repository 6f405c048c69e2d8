import TypewrightDriver
import TypewrightMock
import TypewrightSource
import TypewrightSpec

/// `mock --send-webhook NAME --to URL`.
struct WebhookRun {
    let invocation: Invocation
    let spec: Spec

    func send(_ name: String, seed: UInt64) throws(Complaint) -> ExitCode {
        let settings = invocation.settings
        guard let url = settings.single(.to)?.text else { throw Complaint("'--send-webhook' needs an address", help: "say where it goes with '--to URL'") }
        guard let address = WebAddress(url) else { throw Complaint("'\(url)' is no address", help: "it begins with http:// or https://") }
        let webhooks = Webhooks(spec, seed: seed)
        let message: Webhooks.Message
        do throws(Webhooks.Refusal) {
            message = try webhooks.message(name, body: try payload(), secret: settings.single(.secret)?.text)
        } catch {
            throw Complaint("'\(name)' cannot be sent: \(error.message)", help: closestMatch(to: name, in: webhooks.names).map { "did you mean '\($0)'?" })
        }
        let console = invocation.console
        for finding in message.findings { console.complain("warning: the payload breaks the document: \(finding.line)\n") }
        console.explain(String(decoding: message.body, as: UTF8.self) + "\n")
        let delivery = WebhookDelivery.send(message, to: address)
        guard let status = delivery.status else {
            console.complain("error: \(delivery.failure ?? "it was not sent")\n")
            return .faults
        }
        if console.loudness != .quiet { console.put("\(name) to \(url): \(status), \(message.body.count) bytes\n") }
        return delivery.isFine ? .fine : .faults
    }

    private func payload() throws(Webhooks.Refusal) -> [UInt8]? {
        guard let file = invocation.settings.single(.payload)?.text else { return nil }
        do throws(DiskFault) {
            return try file == "-" ? Disk.standardInput() : Disk.contents(of: file)
        } catch {
            throw .unreadable(error.message)
        }
    }
}
