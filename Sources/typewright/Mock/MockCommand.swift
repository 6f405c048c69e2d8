import TypewrightDriver

extension Command {
    static let mock = Command(
        name: "mock",
        summary: "Serve a document: every operation answers, and complains when a request breaks the contract.",
        discussion: [
            "Answers each operation of an OpenAPI document with the document's example, else with values made up to satisfy the schema. "
                + "Requests are held against the document first: an unknown path is 404, a wrong method 405, missing credentials 401 (any that "
                + "are not empty will do), an unacceptable Accept 406, an unsupported Content-Type 415, and whatever breaks a schema 422 "
                + "with every violation in an application/problem+json body. Paths count below the servers' paths and at the root.",
            "A request may say what it wants: 'Prefer: code=404' (another response), 'example=NAME', 'dynamic=true', 'delay=MS' and "
                + "'fault=reset', 'truncate', 'slow' or 'garbage', separated by commas.",
            "There is a page with all operations and the last requests at /, or at /__typewright where the document has a GET / of its own. "
                + "POST /__typewright/webhooks/NAME with {\"url\": …} sends a webhook of the document, and POST /__typewright/reset forgets "
                + "what '--stateful' keeps.",
            "This is a tool for development: it believes every credential, and is not meant to face the internet. SIGINT (Ctrl-C) and "
                + "SIGTERM end it with exit code 0, after the answers that are on their way.",
        ],
        examples: [
            Example("typewright mock", "The document of typewright.json, or spec/typewright.json, at http://127.0.0.1:4010."),
            Example("typewright mock petstore.yaml --port 8080 --stateful", "What requests create is there afterwards."),
            Example("typewright mock petstore.yaml --chaos 0.1 --seed 7", "One in ten requests fails, the same ones each time."),
            Example(
                "typewright mock petstore.yaml --send-webhook newPet --to http://127.0.0.1:8080/hooks --secret whsec_c2VjcmV0",
                "Send a webhook, signed as Standard Webhooks has it, and stop."),
        ],
        operands: [Operand("DOCUMENT")],
        options: [.config] + Option.mockSettings + [.sendWebhook, .to, .secret, .payload, .jsonLog]
            + [Option.urls, .allowNetwork, .allowEscapingRoot, .assertFormats],
        exitCodes: [.fine, .faults, .usage],
        run: { MockRun(invocation: $0).run() })
}

extension Option {
    static let sendWebhook = switching("send-webhook", .text("NAME"), .webhook, "Send this webhook of the document once, and serve nothing.")
    static let to = switching("to", .text("URL"), .webhook, "Where it goes. For https:// the system's curl is used.")
    static let secret = switching("secret", .text("SECRET"), .webhook, "Sign it: whsec_ and Base64, or any text.")
    static let payload = switching("payload", .path("FILE"), .webhook, "What is sent, instead of an example. - is standard input.")
    static let jsonLog = switching("json-log", .flag, .run, "Each request as a line of JSON.")
}
