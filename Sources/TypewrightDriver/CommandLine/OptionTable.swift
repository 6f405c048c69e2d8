import TypewrightEmission
import TypewrightSpec

/// Every option there is. The parser, the help and the config all read this table, and nothing else.
extension Option {
    // What is read

    package static let config = switching(
        "config", short: "c", .path("FILE"), .input,
        "The config. Without it: typewright.json or spec/typewright.json, or the one beside DOCUMENT that names it.")
    package static let document = setting(
        "document", .paths("FILE"), .input,
        "The OpenAPI document or JSON Schema: the same as the argument DOCUMENT. Several files, or a folder, are JSON Schemas that make one module.")
    package static let urls = setting(
        "url", key: "urls", .pathPairs("URL", "FILE"), .input,
        "The file that stands for what a reference asks of a URL.")
    package static let allowNetwork = switching(
        "allow-network", .flag, .input,
        "Fetch the URLs that references ask for, by https and through curl; DOCUMENT may be a URL too. Without it the network is never "
            + "used. No config can say this.")
    package static let allowEscapingRoot = setting(
        "allow-escaping-root", .flag, .input, "References may lead out of the document's folder.")
    package static let inputs = setting(
        "input", key: "inputs", .paths("FILE"), .input,
        "A further file that the document refers to. Only a build plugin has to be told, and only of files that lie "
            + "outside the document's folder.")

    // What is written

    package static let output = setting("output", short: "o", .path("DIR"), .output, "The folder for the Swift files.")
    package static let emit = setting(
        "emit", .choices(["types", "validators", "client"]), .output, "What comes out; all of it unless told.")
    package static let shards = setting(
        "shards", .count("N", 1...256), .output,
        "This many files with fixed names, instead of one for each type; a build plugin makes 8 to 64 of them unless told, by "
            + "the size of the documents. The declarations are the same.")
    package static let filePrefix = setting(
        "file-prefix", .text("PREFIX"), .output,
        "Begins every file name, where two documents go into one Swift target.")

    // The Swift that comes out

    package static let access = setting(
        "access", .choice(EmissionOptions.Access.allCases.map(\.rawValue)), .swift, "The access level; public unless told.")
    package static let client = setting("client", .text("NAME"), .swift, "The name of the client, as in RevoxClient.")
    package static let environmentPrefix = setting(
        "environment-prefix", .text("PREFIX"), .swift, "Begins the client's environment variables: REVOX reads REVOX_API_KEY.")
    package static let renames = setting(
        "rename", key: "renames", .pairs("LOCATION", "NAME"), .swift,
        "The Swift name of what stands at a location: '#/components/schemas/pet=Animal'.")
    package static let initialisms = setting(
        "initialism", key: "initialisms", .words("WORD"), .swift, "A word written in capitals, beside URL, ID and their like.")
    package static let plainWords = setting(
        "plain-word", key: "plainWords", .words("WORD"), .swift, "A word that is no initialism, whatever the list says.")
    package static let types = setting(
        "type", key: "types", .pairs("LOCATION", "TYPE"), .swift, "Your own Swift type for what stands at a location.")
    package static let imports = setting(
        "import", key: "imports", .words("MODULE"), .swift, "A module that your own types come from.")
    package static let without = setting(
        "without", .choices(EmissionOptions.Conformance.allCases.map(\.rawValue)), .swift,
        "Conformances to leave out. Without both a module compiles in a twelfth less time.")
    package static let keepUnknownProperties = setting(
        "keep-unknown-properties", .flag, .swift, "Objects keep properties that the document does not list, and write them back.")

    // How the document is understood

    package static let include = setting(
        "include", .words("KIND:PATTERN"), .document,
        "Only this and what it needs. KIND is tag, path, operation or schema; * in PATTERN stands for anything.")
    package static let exclude = setting("exclude", .words("KIND:PATTERN"), .document, "All but this.")
    package static let pagination = setting(
        "paginate", key: "pagination", .pairs("OPERATION", "HOW"), .document,
        "How the pages of an operation follow each other: 'pets.list=cursor parameter:after next:/next items:/data'. HOW begins "
            + "with cursor, page, offset, link or next-url; more:/has_more is possible too.")
    package static let formats = setting(
        "format", key: "formats", .pairs("FORMAT", "String"), .document,
        "Strings of a format stay plain: 'date-time=String'.")
    package static let assertFormats = setting(
        "assert-formats", .flag, .document, "A string that breaks its format is invalid, instead of only described by it.")
    package static let draft = setting(
        "draft", .choice(Dialect.Draft.named.map(\.rawValue)), .document, "What a JSON Schema without $schema is; 2020-12 unless told.")
    package static let strict = setting("strict", .flag, .document, "Warnings are errors.")

    // How the mock answers: in the config under the key "mock"

    package static let port = setting("port", short: "p", key: "mock.port", .count("N", 0...65_535), .mock, "The port; 4010 unless told, 0 for any that is free.")
    package static let host = setting(
        "host", key: "mock.host", .text("HOST"), .mock, "The address to listen on; 127.0.0.1 unless told, which nobody else can reach.")
    package static let stateful = setting(
        "stateful", key: "mock.stateful", .flag, .mock,
        "What requests create is there afterwards: in lists, to be read, changed and deleted. Without it each answer is an example.")
    package static let dynamic = setting(
        "dynamic", key: "mock.dynamic", .flag, .mock, "Answers are made up anew each time, instead of the document's examples.")
    package static let seed = setting(
        "seed", key: "mock.seed", .count("N", 0...Int.max), .mock, "Where chance begins: the same seed gives the same answers. 0 unless told.")
    package static let chaos = setting(
        "chaos", key: "mock.chaos", .fraction("P"), .mock,
        "Trouble for this part of all requests, 0.1 for one in ten: 429, 500, 503, a reset or half an answer, a delay.")
    package static let rateLimit = setting(
        "rate-limit", key: "mock.rateLimit", .text("N/s"), .mock, "More than N requests in a second (N/m: a minute, N/h: an hour) get 429 and Retry-After.")
    package static let resources = setting(
        "resource", key: "mock.resources", .pairs("PATH", "HOW"), .mock,
        "What the document does not show of a collection that '--stateful' keeps: '/calls=off', or '/calls=id:call_id list:/data item:/call "
            + "create:/calls/start path:/call/{id}', each of them as needed.")

    /// What the config may say of a mock.
    package static let mockSettings = [port, host, stateful, dynamic, seed, chaos, rateLimit, resources]

    // This run

    package static let check = switching("check", .flag, .run, "Write nothing; name what is out of date and exit with 1.")
    package static let dryRun = switching("dry-run", .flag, .run, "Write nothing; name what would change.")
    package static let verbose = switching("verbose", short: "v", .flag, .run, "Say all there is to say.")
    package static let quiet = switching("quiet", short: "q", .flag, .run, "Say nothing but errors.")
    package static let noColor = switching("no-color", .flag, .run, "No colours. The environment variable NO_COLOR does the same.")
    package static let help = switching("help", short: "h", .flag, .run, "Print this help.")

    // What a build plugin passes

    package static let plannedDocuments = switching(
        "planned-document", .paths("FILE"), .plan, "A document the build was planned for. Fails where the config names others.")
    package static let plannedInputs = switching(
        "planned-input", .paths("FILE"), .plan, "A file the build watches. Fails where another one is read.")
    package static let plannedOutputs = switching(
        "planned-output", .paths("FILE"), .plan, "A file the build expects. Fails where others come out.")
    package static let usualShards = switching("usual-shards", .count("N", 1...256), .plan, "The shards where the config says nothing of them.")
    package static let stamp = switching("stamp", .path("FILE"), .plan, "With '--check': the file to write when all is up to date.")

    package static let plan = [plannedDocuments, plannedInputs, plannedOutputs, usualShards, stamp]

    /// What every command takes.
    package static let common = [verbose, quiet, noColor, help]

    /// What a config may say of the Swift that comes out.
    package static let settings = [
        document, urls, allowNetwork, allowEscapingRoot, inputs, output, emit, shards, filePrefix, access, client, environmentPrefix, renames,
        initialisms, plainWords, types, imports, without, keepUnknownProperties, include, exclude, pagination, formats, assertFormats, draft,
        strict,
    ]

    /// All that a config may say, whoever reads it.
    static let configurable = settings + mockSettings
}

extension Dialect.Draft {
    /// The drafts of JSON Schema that a file can be, newest first.
    static let named: [Dialect.Draft] = [.draft2020, .draft2019, .draft7, .draft6, .draft4]
}
