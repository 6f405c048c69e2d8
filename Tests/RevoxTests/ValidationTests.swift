import Revox
import Testing
import TypewrightRuntime

@Suite struct ValidationTests {
    private let voice = Voice(id: "v", provider: .elevenlabs, speed: 1)

    @Test func saysWhatIsWrongAndWhere() throws {
        var request = CreateAssistantRequest(name: "n", prompt: "p", voice: voice)
        try request.validate()
        request.voice?.speed = 2.0
        request.voice?.id = ""
        let error = try #require(throws: ValidationError.self) { try request.validate() }
        #expect(error.violations.map(\.pointer) == ["/voice/id", "/voice/speed"])
        let text = "\(error)"
        #expect(text.contains("/voice/speed: 2.0 is above the maximum 1.5"), "\(text)")
    }

    @Test func requestsAndResponsesDiffer() throws {
        var request = CreateAssistantRequest(name: "n", prompt: "p", firstSentenceDelayMs: -1)
        #expect(throws: ValidationError.self) { try request.validate() }
        request.firstSentenceDelayMs = 0
        try request.validate()
        try CallRetryConfig(
            callingWindows: [CallingWindow(callingWindowEndTime: "18:00", callingWindowStartTime: "9:00", retryDelaySeconds: 1)],
            maxRetryAttempts: 3, timezone: .null
        ).validate()
        #expect(throws: ValidationError.self) { try CallRetryConfig(callingWindows: [], maxRetryAttempts: 0).validate() }
    }

    @Test func onBytes() throws {
        try Voice.validate(json: Array(#"{"id":"x","provider":"cartesia","speed":0.6}"#.utf8))
        let error = try #require(throws: ValidationError.self) {
            try Voice.validate(json: Array(#"{"provider":"other","speed":0.5}"#.utf8))
        }
        #expect(error.violations.count == 3)
    }

    @Test func anUnknownValueDecodesAndIsReported() throws {
        let voice = try Voice(json: Array(#"{"id":"x","provider":"piper"}"#.utf8))
        #expect(voice.provider == .unrecognized("piper"))
        #expect(throws: ValidationError.self) { try voice.validate() }
        #expect(try String(decoding: voice.json(), as: UTF8.self) == #"{"id":"x","provider":"piper"}"#)
    }
}
