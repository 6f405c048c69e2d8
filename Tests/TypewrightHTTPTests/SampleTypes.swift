import TypewrightRuntime

nonisolated public struct Assistant: JSONObject {
    public var id: String
    public var name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

nonisolated extension Assistant {
    public static let jsonKeys = JSONKeys("id! name!")

    public init(_ blank: JSONBlank) {
        id = ""
        name = ""
    }

    public mutating func readMember(_ key: Int, from reader: inout JSONReader) {
        switch key {
        case 0: reader.read(&id)
        case 1: reader.read(&name)
        default: break
        }
    }

    public func writeMembers(to writer: inout JSONWriter) {
        writer.member(0, id)
        writer.member(1, name)
    }
}

nonisolated public struct AssistantList: JSONObject {
    public var assistants: [Assistant]
    public var nextCursor: String?

    public init(assistants: [Assistant], nextCursor: String? = nil) {
        self.assistants = assistants
        self.nextCursor = nextCursor
    }
}

nonisolated extension AssistantList {
    public static let jsonKeys = JSONKeys("assistants! next_cursor")

    public init(_ blank: JSONBlank) {
        assistants = []
    }

    public mutating func readMember(_ key: Int, from reader: inout JSONReader) {
        switch key {
        case 0: reader.read(&assistants)
        case 1: reader.read(&nextCursor)
        default: break
        }
    }

    public func writeMembers(to writer: inout JSONWriter) {
        writer.member(0, assistants)
        writer.optional(1, nextCursor)
    }
}

nonisolated public struct AssistantParameters: JSONObject {
    public var name: String
    public var prompt: String
    public var voicemailMessage: Nullable<String>?

    public init(name: String, prompt: String, voicemailMessage: Nullable<String>? = nil) {
        self.name = name
        self.prompt = prompt
        self.voicemailMessage = voicemailMessage
    }
}

nonisolated extension AssistantParameters {
    public static let jsonKeys = JSONKeys("name! prompt! voicemail_message")

    public init(_ blank: JSONBlank) {
        name = ""
        prompt = ""
    }

    public mutating func readMember(_ key: Int, from reader: inout JSONReader) {
        switch key {
        case 0: reader.read(&name)
        case 1: reader.read(&prompt)
        case 2: reader.read(&voicemailMessage)
        default: break
        }
    }

    public func writeMembers(to writer: inout JSONWriter) {
        writer.member(0, name)
        writer.member(1, prompt)
        writer.optional(2, voicemailMessage)
    }
}

nonisolated public struct Problem: JSONObject {
    public var message: String

    public init(message: String) {
        self.message = message
    }
}

nonisolated extension Problem {
    public static let jsonKeys = JSONKeys("message!")

    public init(_ blank: JSONBlank) {
        message = ""
    }

    public mutating func readMember(_ key: Int, from reader: inout JSONReader) {
        switch key {
        case 0: reader.read(&message)
        default: break
        }
    }

    public func writeMembers(to writer: inout JSONWriter) {
        writer.member(0, message)
    }
}
