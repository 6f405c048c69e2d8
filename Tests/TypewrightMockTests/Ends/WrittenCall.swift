import Revox

/// What the page writes for a request with everything in it, between the two lines: here it is compiled.
enum WrittenCall {
    static let request = #"""
        {"operation": 1, "parameters": [], "type": "application/json", "body": {
            "name": "Ada \"A\" \\(x)", "prompt": "Be kind.\nAlways.", "background_sound": "audio/office.ogg",
            "calendly": {"connection_id": "c", "event_type_id": "e"},
            "call_retry_config": {
                "calling_windows": [{"calling_window_end_time": "18:00", "calling_window_start_time": "9am", "retry_delay_seconds": 1}],
                "max_retry_attempts": 1, "timezone": null
            },
            "faq_items": [{"answer": "Yes.", "question": "Open?"}], "first_sentence_mode": "generated", "ivr_navigation_enabled": true,
            "llm_model": {"name": "gpt-4.1", "type": "dedicated-instance"}, "max_call_duration_secs": 90, "transfer_phone_number": null,
            "voice": {"id": "x", "provider": "cartesia", "speed": 0.6}, "voicemail_message": "Bye"
        }}
        """#

    static func make(_ client: RevoxClient) async throws -> AssistantResponse {
        // The call:
        let answer = try await client.assistants.create(
            name: "Ada \"A\" \\(x)",
            prompt: "Be kind.\nAlways.",
            backgroundSound: .value(.audioOfficeOgg),
            calendly: Calendly(connectionID: "c", eventTypeID: "e"),
            callRetryConfig: CallRetryConfig(
                callingWindows: [
                    CallingWindow(callingWindowEndTime: "18:00", callingWindowStartTime: "9am", retryDelaySeconds: 1)
                ],
                maxRetryAttempts: 1,
                timezone: .null
            ),
            faqItems: [FaqItemInput(answer: "Yes.", question: "Open?")],
            firstSentenceMode: .generated,
            ivrNavigationEnabled: true,
            llmModel: LlmModel(json: "{\"name\":\"gpt-4.1\",\"type\":\"dedicated-instance\"}"),
            maxCallDurationSecs: 90.0,
            transferPhoneNumber: .null,
            voice: Voice(id: "x", provider: .cartesia, speed: 0.6),
            voicemailMessage: "Bye"
        )
        // That is all.
        return answer
    }
}
