/// What the runtime declares that a generated declaration must not be called. A test holds these
/// lists against the runtime's sources.
enum RuntimeNames {
    static let types: Set<String> = [
        "APIClient", "APIError", "APIRequest", "APIResource", "APIResponse", "APIRoot", "Base64Text",
        "BodyFailure", "ByteSource", "ByteStream", "CallContext", "ClientConfiguration", "CountingMiddleware",
        "Credential", "DateText", "DateTimeText", "DurationText", "ErrorBodies", "FormattedText",
        "HeaderFields", "HeaderShape", "InMemoryTransport", "Indirect", "ItemStream", "JSONBlank",
        "JSONCases", "JSONCheck", "JSONChecker", "JSONCodable", "JSONEnum", "JSONError", "JSONFormat",
        "JSONKey", "JSONKeys", "JSONKind", "JSONMemberReader", "JSONMemberWriter", "JSONMembers",
        "JSONNumber", "JSONObject", "JSONReadOptions", "JSONReader", "JSONStringEnum", "JSONTags",
        "JSONTraits", "JSONTuple", "JSONUnion", "JSONValidator", "JSONValue", "JSONValues", "JSONWriter",
        "LoggingMiddleware", "Middleware", "MultipartPart", "Nullable", "NullableValue", "NumberBounds",
        "Paginated", "Pagination", "ParameterStyle", "Pattern", "RawResponse", "RecordedRequest",
        "RequestBody", "RequestItems", "RequestOptions", "ResponseBody", "ResponseHeaders", "RetryPolicy",
        "SecurityScheme", "ServerSentEvent", "Service", "StatusFailure", "TimeText", "Transport",
        "TransportError", "TransportRequest", "TransportResponse", "TypewrightHTTP", "TypewrightRuntime",
        "URIText", "URLSessionTransport", "UUIDText", "UploadFile", "ValidationError", "ValidationOptions",
        "ValidationPolicy", "Violation", "WebhookError", "WebhookVerifier",
    ]

    /// Members that generated types have from the runtime's protocols.
    static let members: Set<String> = [
        "unrecognized", "rawValue", "allKnownCases", "hash", "hashValue", "encode", "description", "json",
        "jsonString", "jsonKeys", "read", "write", "validate", "check",
    ]

    /// Members that every resource has of its own.
    static let resourceMembers: Set<String> = ["client", "with", "withResponse", "withRawResponse", "errors"]

    /// The client itself can also call what the document does not describe.
    static let clientMembers = resourceMembers.union(["get", "post", "put", "patch", "delete", "send", "service"])

    /// Names that the body of a generated method uses.
    static let callParameters: Set<String> = ["request", "options", "client", "self"]

    /// Members that the entry of the webhooks has of its own.
    static let webhookMembers: Set<String> = ["verifier", "event", "self", "hash", "description"]

    /// Parameters that every client's initialiser has.
    static let clientParameters: Set<String> = ["baseURL", "configuration", "transport", "client"]
}
