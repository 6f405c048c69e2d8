import Foundation
import Revox
import Testing
import TypewrightRuntime

/// Every example of the API's reference pages decodes, satisfies its schema, and comes out as it went in.
@Suite struct PageTests {
    @Test func listOfAssistants() throws {
        let answer = try roundTrip(AssistantListResponse.self, "assistants-list.response")
        let assistant = try #require(answer.assistants.first)
        #expect(assistant.backgroundSound == .audioOfficeOgg)
        #expect(assistant.firstSentenceDelayMs == -9_007_199_254_740_991)
        #expect(assistant.firstSentenceMode == .generated)
        #expect(assistant.llmModel == .dedicatedInstance(DedicatedInstance(name: .gpt4_1)))
        #expect(assistant.voice?.provider == .cartesia)
        #expect(assistant.faqItems?.first?.source == .human)
    }

    @Test func createdAssistant() throws {
        #expect(try roundTrip(AssistantResponse.self, "assistants-create.response").assistant.name == "name")
        #expect(try roundTrip(CreateAssistantRequest.self, "assistants-create.request").prompt == "prompt")
    }

    @Test func retrievedAssistant() throws {
        #expect(try roundTrip(Assistant.self, "assistants-retrieve.response").webhookURL == "webhook_url")
    }

    @Test func updatedAssistant() throws {
        #expect(try roundTrip(AssistantResponse.self, "assistants-update.response").assistant.pendingFaqCount == 0)
    }

    @Test func retrievedCall() throws {
        let call = try roundTrip(CallResponse.self, "call-retrieve.response").call
        #expect(call.status == .initializing)
        #expect(call.callAttempts.first?.dialError == .numberNonAttributed)
        #expect(call.metadata == ["foo": "string"])
        #expect(call.lastCallAttempt?.transcript?.first?.role == .user)
    }

    @Test func everyPageIsTried() throws {
        #expect(try Pages.names() == [
            "assistants-create.request", "assistants-create.response", "assistants-list.response",
            "assistants-retrieve.response", "assistants-update.response", "call-retrieve.response",
        ])
    }

    private func roundTrip<Value: JSONCodable & Hashable & Codable>(_ type: Value.Type, _ page: String) throws -> Value {
        let json = try Pages.bytes(page)
        try Value.validate(json: json)
        let value = try Value(json: json)
        try value.validate()
        #expect(try JSONValue(json: value.json()) == JSONValue(json: json), "\(page)")
        let copy = try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
        #expect(copy == value, "\(page) through Codable")
        return value
    }
}

enum Pages {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Pages")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name + ".json")))
    }

    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).map { String($0.dropLast(5)) }.sorted()
    }
}
