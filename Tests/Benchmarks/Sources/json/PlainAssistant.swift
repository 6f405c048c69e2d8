// The same structs as anybody would write them for Foundation's coders.

struct PlainAssistantListResponse: Codable {
    var assistants: [PlainAssistant]

    enum CodingKeys: String, CodingKey {
        case assistants
    }
}

struct PlainAssistant: Codable {
    var id: String
    var backgroundSound: PlainBackgroundSound?
    var calendly: PlainCalendly?
    var callRetryConfig: PlainCallRetryConfig?
    var createdAt: String
    var endOfCallSentence: String?
    var firstSentence: String?
    var firstSentenceDelayMs: Int
    var firstSentenceMode: PlainFirstSentenceMode
    var ivrNavigationEnabled: Bool
    var llmModel: PlainLLMModel
    var maxCallDurationSecs: Double
    var name: String
    var organizationID: String
    var prompt: String
    var structuredOutputConfig: [PlainStructuredOutput]?
    var transferPhoneNumber: String?
    var updatedAt: String
    var voice: PlainVoice?
    var voicemailMessage: String?
    var webhookURL: String?
    var faqItems: [PlainFAQItem]?
    var pendingFAQCount: Double?

    enum CodingKeys: String, CodingKey {
        case id
        case backgroundSound = "background_sound"
        case calendly
        case callRetryConfig = "call_retry_config"
        case createdAt = "created_at"
        case endOfCallSentence = "end_of_call_sentence"
        case firstSentence = "first_sentence"
        case firstSentenceDelayMs = "first_sentence_delay_ms"
        case firstSentenceMode = "first_sentence_mode"
        case ivrNavigationEnabled = "ivr_navigation_enabled"
        case llmModel = "llm_model"
        case maxCallDurationSecs = "max_call_duration_secs"
        case name
        case organizationID = "organization_id"
        case prompt
        case structuredOutputConfig = "structured_output_config"
        case transferPhoneNumber = "transfer_phone_number"
        case updatedAt = "updated_at"
        case voice
        case voicemailMessage = "voicemail_message"
        case webhookURL = "webhook_url"
        case faqItems = "faq_items"
        case pendingFAQCount = "pending_faq_count"
    }
}

struct PlainCalendly: Codable {
    var connectionID: String
    var eventTypeID: String

    enum CodingKeys: String, CodingKey {
        case connectionID = "connection_id"
        case eventTypeID = "event_type_id"
    }
}

struct PlainCallRetryConfig: Codable {
    var callingWindows: [PlainCallingWindow]
    var maxRetryAttempts: Int
    var timezone: String?

    enum CodingKeys: String, CodingKey {
        case callingWindows = "calling_windows"
        case maxRetryAttempts = "max_retry_attempts"
        case timezone
    }
}

struct PlainCallingWindow: Codable {
    var callingWindowEndTime: String
    var callingWindowStartTime: String
    var retryDelaySeconds: Int

    enum CodingKeys: String, CodingKey {
        case callingWindowEndTime = "calling_window_end_time"
        case callingWindowStartTime = "calling_window_start_time"
        case retryDelaySeconds = "retry_delay_seconds"
    }
}

struct PlainDedicatedInstance: Codable {
    var name: PlainDedicatedInstanceName
    var type: PlainDedicatedInstanceType

    enum CodingKeys: String, CodingKey {
        case name
        case type
    }
}

struct PlainOpenrouter: Codable {
    var openrouterModelID: String
    var openrouterProvider: String
    var type: PlainOpenrouterType

    enum CodingKeys: String, CodingKey {
        case openrouterModelID = "openrouter_model_id"
        case openrouterProvider = "openrouter_provider"
        case type
    }
}

struct PlainStructuredOutput: Codable {
    var name: String
    var required: Bool
    var type: PlainStructuredOutputType
    var description: String?
    var enumOptions: [String]?

    enum CodingKeys: String, CodingKey {
        case name
        case required
        case type
        case description
        case enumOptions = "enum_options"
    }
}

struct PlainVoice: Codable {
    var id: String
    var provider: PlainVoiceProvider
    var speed: Double?

    enum CodingKeys: String, CodingKey {
        case id
        case provider
        case speed
    }
}

struct PlainFAQItem: Codable {
    var answer: String
    var question: String
    var id: String?
    var needsHumanAnswer: Bool?
    var source: PlainFAQItemSource?

    enum CodingKeys: String, CodingKey {
        case answer
        case question
        case id
        case needsHumanAnswer = "needs_human_answer"
        case source
    }
}

enum PlainBackgroundSound: String, Codable {
    case audioOfficeOgg = "audio/office.ogg"
}

enum PlainFirstSentenceMode: String, Codable {
    case generated
    case `static`
    case noneValue = "none"
}

enum PlainDedicatedInstanceName: String, Codable {
    case gpt41 = "gpt-4.1"
    case ministral38bInstruct = "ministral-3-8b-instruct"
}

enum PlainDedicatedInstanceType: String, Codable {
    case dedicatedInstance = "dedicated-instance"
}

enum PlainOpenrouterType: String, Codable {
    case openrouter
}

enum PlainStructuredOutputType: String, Codable {
    case string
    case number
    case boolean
    case `enum`
    case date
    case datetime
}

enum PlainVoiceProvider: String, Codable {
    case cartesia
    case elevenlabs
}

enum PlainFAQItemSource: String, Codable {
    case human
    case ai
}

enum PlainLLMModel: Codable {
    case dedicatedInstance(PlainDedicatedInstance)
    case openrouter(PlainOpenrouter)

    private enum CodingKeys: String, CodingKey { case type }

    init(from decoder: any Decoder) throws {
        let type = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .type)
        switch type {
        case "dedicated-instance": self = .dedicatedInstance(try PlainDedicatedInstance(from: decoder))
        default: self = .openrouter(try PlainOpenrouter(from: decoder))
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .dedicatedInstance(let value): try value.encode(to: encoder)
        case .openrouter(let value): try value.encode(to: encoder)
        }
    }
}
