import TypewrightRuntime

/// Values of the sample as their JSON text.
protocol SampleValue: JSONCodable {
    var text: String { get }
    init(text: String)
}

extension SampleValue {
    public init(json: [UInt8]) { self.init(text: String(decoding: json, as: UTF8.self)) }
    public func json() -> [UInt8] { Array(text.utf8) }
}

public struct Assistant: SampleValue { var text: String }
public struct AssistantList: SampleValue { var text: String }
public struct Problem: SampleValue { var text: String }
public struct AssistantParameters: SampleValue {
    var text: String
}
extension AssistantParameters {
    init(name: String, prompt: String, voicemailMessage: String?) {
        text = "{\"name\":\"\(name)\",\"prompt\":\"\(prompt)\"}"
    }
}
