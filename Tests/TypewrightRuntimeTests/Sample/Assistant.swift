public import TypewrightRuntime

nonisolated public struct AssistantListResponse: JSONObject, Hashable, Codable {
    public var assistants: [Assistant]

    public init(
        assistants: [Assistant]
    ) {
        self.assistants = assistants
    }
}

nonisolated extension AssistantListResponse {
    public static let jsonKeys = JSONKeys("assistants!")

    public init(_ blank: JSONBlank) {
        assistants = []
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.array(&assistants)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.value(0, assistants)
    }
}

/// An assistant with its full configuration.
nonisolated public struct Assistant: JSONObject, Hashable, Codable {
    public var id: String
    public var backgroundSound: BackgroundSound?
    public var calendly: Calendly?
    public var callRetryConfig: CallRetryConfig?
    public var createdAt: JSONValue
    public var endOfCallSentence: String?
    public var firstSentence: String?
    public var firstSentenceDelayMs: Int?
    public var firstSentenceMode: FirstSentenceMode
    public var ivrNavigationEnabled: Bool
    public var llmModel: LLMModel
    public var maxCallDurationSecs: Double
    public var name: String
    public var organizationID: String
    public var prompt: String
    public var structuredOutputConfig: [StructuredOutput]?
    public var transferPhoneNumber: String?
    public var updatedAt: JSONValue
    public var voice: Voice?
    public var voicemailMessage: String?
    public var webhookURL: String?
    public var faqItems: [FAQItem]?
    public var pendingFAQCount: Double?

    public init(
        id: String,
        backgroundSound: BackgroundSound?,
        calendly: Calendly?,
        callRetryConfig: CallRetryConfig?,
        createdAt: JSONValue,
        endOfCallSentence: String?,
        firstSentence: String?,
        firstSentenceDelayMs: Int?,
        firstSentenceMode: FirstSentenceMode,
        ivrNavigationEnabled: Bool,
        llmModel: LLMModel,
        maxCallDurationSecs: Double,
        name: String,
        organizationID: String,
        prompt: String,
        structuredOutputConfig: [StructuredOutput]?,
        transferPhoneNumber: String?,
        updatedAt: JSONValue,
        voice: Voice?,
        voicemailMessage: String?,
        webhookURL: String?,
        faqItems: [FAQItem]? = nil,
        pendingFAQCount: Double? = nil
    ) {
        self.id = id
        self.backgroundSound = backgroundSound
        self.calendly = calendly
        self.callRetryConfig = callRetryConfig
        self.createdAt = createdAt
        self.endOfCallSentence = endOfCallSentence
        self.firstSentence = firstSentence
        self.firstSentenceDelayMs = firstSentenceDelayMs
        self.firstSentenceMode = firstSentenceMode
        self.ivrNavigationEnabled = ivrNavigationEnabled
        self.llmModel = llmModel
        self.maxCallDurationSecs = maxCallDurationSecs
        self.name = name
        self.organizationID = organizationID
        self.prompt = prompt
        self.structuredOutputConfig = structuredOutputConfig
        self.transferPhoneNumber = transferPhoneNumber
        self.updatedAt = updatedAt
        self.voice = voice
        self.voicemailMessage = voicemailMessage
        self.webhookURL = webhookURL
        self.faqItems = faqItems
        self.pendingFAQCount = pendingFAQCount
    }
}

nonisolated extension Assistant {
    public static let jsonKeys = JSONKeys("""
        id! background_sound! calendly! call_retry_config! created_at! end_of_call_sentence! \
        first_sentence! first_sentence_delay_ms! first_sentence_mode! ivr_navigation_enabled! \
        llm_model! max_call_duration_secs! name! organization_id! prompt! structured_output_config! \
        transfer_phone_number! updated_at! voice! voicemail_message! webhook_url! faq_items \
        pending_faq_count
        """)

    public init(_ blank: JSONBlank) {
        id = ""
        createdAt = JSONValue(blank)
        firstSentenceMode = FirstSentenceMode(blank)
        ivrNavigationEnabled = false
        llmModel = LLMModel(blank)
        maxCallDurationSecs = 0
        name = ""
        organizationID = ""
        prompt = ""
        updatedAt = JSONValue(blank)
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.string(&id)
        case .k1: reader.value(&backgroundSound)
        case .k2: reader.value(&calendly)
        case .k3: reader.value(&callRetryConfig)
        case .k4: reader.json(&createdAt)
        case .k5: reader.string(&endOfCallSentence)
        case .k6: reader.string(&firstSentence)
        case .k7: reader.int(&firstSentenceDelayMs)
        case .k8: reader.value(&firstSentenceMode)
        case .k9: reader.bool(&ivrNavigationEnabled)
        case .k10: reader.value(&llmModel)
        case .k11: reader.double(&maxCallDurationSecs)
        case .k12: reader.string(&name)
        case .k13: reader.string(&organizationID)
        case .k14: reader.string(&prompt)
        case .k15: reader.array(&structuredOutputConfig)
        case .k16: reader.string(&transferPhoneNumber)
        case .k17: reader.json(&updatedAt)
        case .k18: reader.value(&voice)
        case .k19: reader.string(&voicemailMessage)
        case .k20: reader.string(&webhookURL)
        case .k21: reader.array(&faqItems)
        case .k22: reader.double(&pendingFAQCount)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.string(0, id)
        writer.value(1, nullable: backgroundSound)
        writer.value(2, nullable: calendly)
        writer.value(3, nullable: callRetryConfig)
        writer.value(4, createdAt)
        writer.string(5, nullable: endOfCallSentence)
        writer.string(6, nullable: firstSentence)
        writer.value(7, nullable: firstSentenceDelayMs)
        writer.value(8, firstSentenceMode)
        writer.bool(9, ivrNavigationEnabled)
        writer.value(10, llmModel)
        writer.double(11, maxCallDurationSecs)
        writer.string(12, name)
        writer.string(13, organizationID)
        writer.string(14, prompt)
        writer.value(15, nullable: structuredOutputConfig)
        writer.string(16, nullable: transferPhoneNumber)
        writer.value(17, updatedAt)
        writer.value(18, nullable: voice)
        writer.string(19, nullable: voicemailMessage)
        writer.string(20, nullable: webhookURL)
        writer.value(21, optional: faqItems)
        writer.double(22, optional: pendingFAQCount)
    }
}

/// The background sound to play during the call.
nonisolated public enum BackgroundSound: JSONStringEnum, Hashable, Codable {
    case audioOfficeOgg
    /// A value that the document does not list.
    case unrecognized(String)
}

nonisolated extension BackgroundSound {
    public static let jsonCases: JSONCases<Self> = [.audioOfficeOgg]

    public var rawValue: String {
        switch self {
        case .audioOfficeOgg: "audio/office.ogg"
        case .unrecognized(let value): value
        }
    }
}

nonisolated public struct Calendly: JSONObject, Hashable, Codable {
    public var connectionID: String
    public var eventTypeID: String

    public init(
        connectionID: String,
        eventTypeID: String
    ) {
        self.connectionID = connectionID
        self.eventTypeID = eventTypeID
    }
}

nonisolated extension Calendly {
    public static let jsonKeys = JSONKeys("connection_id! event_type_id!")

    public init(_ blank: JSONBlank) {
        connectionID = ""
        eventTypeID = ""
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.string(&connectionID)
        case .k1: reader.string(&eventTypeID)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.string(0, connectionID)
        writer.string(1, eventTypeID)
    }
}

nonisolated public struct CallRetryConfig: JSONObject, Hashable, Codable {
    public var callingWindows: [CallingWindow]
    public var maxRetryAttempts: Int
    public var timezone: String?

    public init(
        callingWindows: [CallingWindow],
        maxRetryAttempts: Int,
        timezone: String? = nil
    ) {
        self.callingWindows = callingWindows
        self.maxRetryAttempts = maxRetryAttempts
        self.timezone = timezone
    }
}

nonisolated extension CallRetryConfig {
    public static let jsonKeys = JSONKeys("calling_windows! max_retry_attempts! timezone")

    public init(_ blank: JSONBlank) {
        callingWindows = []
        maxRetryAttempts = 0
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.array(&callingWindows)
        case .k1: reader.int(&maxRetryAttempts)
        case .k2: reader.string(&timezone)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.value(0, callingWindows)
        writer.int(1, maxRetryAttempts)
        writer.string(2, optional: timezone)
    }
}

nonisolated public struct CallingWindow: JSONObject, Hashable, Codable {
    public var callingWindowEndTime: String
    public var callingWindowStartTime: String
    public var retryDelaySeconds: Int

    public init(
        callingWindowEndTime: String,
        callingWindowStartTime: String,
        retryDelaySeconds: Int
    ) {
        self.callingWindowEndTime = callingWindowEndTime
        self.callingWindowStartTime = callingWindowStartTime
        self.retryDelaySeconds = retryDelaySeconds
    }
}

nonisolated extension CallingWindow {
    public static let jsonKeys = JSONKeys("""
        calling_window_end_time! calling_window_start_time! retry_delay_seconds!
        """)

    public init(_ blank: JSONBlank) {
        callingWindowEndTime = ""
        callingWindowStartTime = ""
        retryDelaySeconds = 0
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.string(&callingWindowEndTime)
        case .k1: reader.string(&callingWindowStartTime)
        case .k2: reader.int(&retryDelaySeconds)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.string(0, callingWindowEndTime)
        writer.string(1, callingWindowStartTime)
        writer.int(2, retryDelaySeconds)
    }
}

nonisolated public enum FirstSentenceMode: JSONStringEnum, Hashable, Codable {
    case generated
    case `static`
    case noneValue
    /// A value that the document does not list.
    case unrecognized(String)
}

nonisolated extension FirstSentenceMode {
    public static let jsonCases: JSONCases<Self> = [.generated, .static, .noneValue]

    public var rawValue: String {
        switch self {
        case .generated: "generated"
        case .static: "static"
        case .noneValue: "none"
        case .unrecognized(let value): value
        }
    }
}

/// The model that speaks.
nonisolated public enum LLMModel: JSONUnion, Hashable, Codable {
    case dedicatedInstance(DedicatedInstance)
    case openrouter(Openrouter)
    /// A member that the document does not list.
    case unrecognized(JSONValue)
}

nonisolated extension LLMModel {
    static let jsonTags = JSONTags("type", ["dedicated-instance": 0, "openrouter": 1])

    public mutating func read(from reader: inout JSONReader) {
        switch reader.branch(Self.jsonTags) {
        case 0: self = .dedicatedInstance(reader.value())
        case 1: self = .openrouter(reader.value())
        default: self = .unrecognized(reader.unrecognized())
        }
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .dedicatedInstance(let value): value.write(to: &writer)
        case .openrouter(let value): value.write(to: &writer)
        case .unrecognized(let value): value.write(to: &writer)
        }
    }
}

nonisolated public struct DedicatedInstance: JSONObject, Hashable, Codable {
    public var name: DedicatedInstanceName
    public var type: DedicatedInstanceType

    public init(
        name: DedicatedInstanceName,
        type: DedicatedInstanceType = .dedicatedInstance
    ) {
        self.name = name
        self.type = type
    }
}

nonisolated extension DedicatedInstance {
    public static let jsonKeys = JSONKeys("name! type!")

    public init(_ blank: JSONBlank) {
        name = DedicatedInstanceName(blank)
        type = DedicatedInstanceType(blank)
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.value(&name)
        case .k1: reader.value(&type)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.value(0, name)
        writer.value(1, type)
    }
}

nonisolated public enum DedicatedInstanceName: JSONStringEnum, Hashable, Codable {
    case gpt41
    case ministral38bInstruct
    /// A value that the document does not list.
    case unrecognized(String)
}

nonisolated extension DedicatedInstanceName {
    public static let jsonCases: JSONCases<Self> = [.gpt41, .ministral38bInstruct]

    public var rawValue: String {
        switch self {
        case .gpt41: "gpt-4.1"
        case .ministral38bInstruct: "ministral-3-8b-instruct"
        case .unrecognized(let value): value
        }
    }
}

nonisolated public enum DedicatedInstanceType: JSONStringEnum, Hashable, Codable {
    case dedicatedInstance
    /// A value that the document does not list.
    case unrecognized(String)
}

nonisolated extension DedicatedInstanceType {
    public static let jsonCases: JSONCases<Self> = [.dedicatedInstance]

    public var rawValue: String {
        switch self {
        case .dedicatedInstance: "dedicated-instance"
        case .unrecognized(let value): value
        }
    }
}

/// Use a model from OpenRouter.
nonisolated public struct Openrouter: JSONObject, Hashable, Codable {
    public var openrouterModelID: String
    public var openrouterProvider: String
    public var type: OpenrouterType

    public init(
        openrouterModelID: String,
        openrouterProvider: String,
        type: OpenrouterType = .openrouter
    ) {
        self.openrouterModelID = openrouterModelID
        self.openrouterProvider = openrouterProvider
        self.type = type
    }
}

nonisolated extension Openrouter {
    public static let jsonKeys = JSONKeys("openrouter_model_id! openrouter_provider! type!")

    public init(_ blank: JSONBlank) {
        openrouterModelID = ""
        openrouterProvider = ""
        type = OpenrouterType(blank)
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.string(&openrouterModelID)
        case .k1: reader.string(&openrouterProvider)
        case .k2: reader.value(&type)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.string(0, openrouterModelID)
        writer.string(1, openrouterProvider)
        writer.value(2, type)
    }
}

nonisolated public enum OpenrouterType: JSONStringEnum, Hashable, Codable {
    case openrouter
    /// A value that the document does not list.
    case unrecognized(String)
}

nonisolated extension OpenrouterType {
    public static let jsonCases: JSONCases<Self> = [.openrouter]

    public var rawValue: String {
        switch self {
        case .openrouter: "openrouter"
        case .unrecognized(let value): value
        }
    }
}

nonisolated public struct StructuredOutput: JSONObject, Hashable, Codable {
    public var name: String
    public var required: Bool
    public var type: StructuredOutputType
    public var description: String?
    public var enumOptions: [String]?

    public init(
        name: String,
        required: Bool,
        type: StructuredOutputType,
        description: String? = nil,
        enumOptions: [String]? = nil
    ) {
        self.name = name
        self.required = required
        self.type = type
        self.description = description
        self.enumOptions = enumOptions
    }
}

nonisolated extension StructuredOutput {
    public static let jsonKeys = JSONKeys("name! required! type! description enum_options")

    public init(_ blank: JSONBlank) {
        name = ""
        required = false
        type = StructuredOutputType(blank)
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.string(&name)
        case .k1: reader.bool(&required)
        case .k2: reader.value(&type)
        case .k3: reader.string(&description)
        case .k4: reader.array(&enumOptions)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.string(0, name)
        writer.bool(1, required)
        writer.value(2, type)
        writer.string(3, optional: description)
        writer.value(4, optional: enumOptions)
    }
}

nonisolated public enum StructuredOutputType: JSONStringEnum, Hashable, Codable {
    case string
    case number
    case boolean
    case `enum`
    case date
    case datetime
    /// A value that the document does not list.
    case unrecognized(String)
}

nonisolated extension StructuredOutputType {
    public static let jsonCases: JSONCases<Self> = [.string, .number, .boolean, .enum, .date, .datetime]

    public var rawValue: String {
        switch self {
        case .string: "string"
        case .number: "number"
        case .boolean: "boolean"
        case .enum: "enum"
        case .date: "date"
        case .datetime: "datetime"
        case .unrecognized(let value): value
        }
    }
}

nonisolated public struct Voice: JSONObject, Hashable, Codable {
    public var id: String
    public var provider: VoiceProvider
    public var speed: Double?

    public init(
        id: String,
        provider: VoiceProvider,
        speed: Double? = nil
    ) {
        self.id = id
        self.provider = provider
        self.speed = speed
    }
}

nonisolated extension Voice {
    public static let jsonKeys = JSONKeys("id! provider! speed")

    public init(_ blank: JSONBlank) {
        id = ""
        provider = VoiceProvider(blank)
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.string(&id)
        case .k1: reader.value(&provider)
        case .k2: reader.double(&speed)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.string(0, id)
        writer.value(1, provider)
        writer.double(2, optional: speed)
    }
}

/// The provider of the voice.
nonisolated public enum VoiceProvider: JSONStringEnum, Hashable, Codable {
    case cartesia
    case elevenlabs
    /// A value that the document does not list.
    case unrecognized(String)
}

nonisolated extension VoiceProvider {
    public static let jsonCases: JSONCases<Self> = [.cartesia, .elevenlabs]

    public var rawValue: String {
        switch self {
        case .cartesia: "cartesia"
        case .elevenlabs: "elevenlabs"
        case .unrecognized(let value): value
        }
    }
}

nonisolated public struct FAQItem: JSONObject, Hashable, Codable {
    public var answer: String?
    public var question: String
    public var id: String?
    public var needsHumanAnswer: Bool?
    public var source: FAQItemSource?

    public init(
        answer: String?,
        question: String,
        id: String? = nil,
        needsHumanAnswer: Bool? = nil,
        source: FAQItemSource? = nil
    ) {
        self.answer = answer
        self.question = question
        self.id = id
        self.needsHumanAnswer = needsHumanAnswer
        self.source = source
    }
}

nonisolated extension FAQItem {
    public static let jsonKeys = JSONKeys("answer! question! id needs_human_answer source")

    public init(_ blank: JSONBlank) {
        question = ""
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.string(&answer)
        case .k1: reader.string(&question)
        case .k2: reader.string(&id)
        case .k3: reader.bool(&needsHumanAnswer)
        case .k4: reader.value(&source)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.string(0, nullable: answer)
        writer.string(1, question)
        writer.string(2, optional: id)
        writer.bool(3, optional: needsHumanAnswer)
        writer.value(4, optional: source)
    }
}

nonisolated public enum FAQItemSource: JSONStringEnum, Hashable, Codable {
    case human
    case ai
    /// A value that the document does not list.
    case unrecognized(String)
}

nonisolated extension FAQItemSource {
    public static let jsonCases: JSONCases<Self> = [.human, .ai]

    public var rawValue: String {
        switch self {
        case .human: "human"
        case .ai: "ai"
        case .unrecognized(let value): value
        }
    }
}
