// Measures what reads and writes JSON:
//
//     json FOLDER                     all rows, a line each: side TAB row TAB CPU nanoseconds TAB wall nanoseconds
//     json FOLDER SIDE ROW            one row
//     json FOLDER SIDE ROW COUNT      does its work COUNT times and measures nothing, for tools that count instructions
import Foundation
import Metaschema
import Orders
import Places
import Revox
import TypewrightRuntime

/// A side's way to do a thing: preparing it gives the work, which gives some number, so that it cannot be left out.
struct Row {
    let side: String
    let name: String
    let prepare: () throws -> (() throws -> Int)
}

func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1] + "/\(name).json")))
}

func checked<T: JSONCodable>(_ type: T.Type, _ name: String) -> () throws -> (() throws -> Int) {
    return {
        let bytes = try bytes(name)
        return {
            try type.validate(json: bytes)
            return bytes.count
        }
    }
}

let rows = [
    Row(side: "typewright", name: "decode") {
        let bytes = try bytes("assistants")
        return { try AssistantListResponse(json: bytes).assistants.count }
    },
    Row(side: "typewright", name: "encode") {
        let bytes = try bytes("assistants")
        let list = try AssistantListResponse(json: bytes)
        guard try AssistantListResponse(json: list.json()) == list else { fatalError("the list does not come back as it was") }
        return { try list.json().count }
    },
    Row(side: "typewright", name: "parse") {
        let bytes = try bytes("assistants")
        return { try JSONValue(json: bytes).members.count }
    },
    Row(side: "typewright", name: "print") {
        let value = try JSONValue(json: bytes("assistants"))
        return { try value.json().count }
    },
    Row(side: "typewright", name: "Codable decode") {
        let data = try Data(bytes("assistants"))
        let decoder = JSONDecoder()
        return { try decoder.decode(AssistantListResponse.self, from: data).assistants.count }
    },
    Row(side: "typewright", name: "Codable encode") {
        let list = try AssistantListResponse(json: bytes("assistants"))
        let encoder = JSONEncoder()
        return { try encoder.encode(list).count }
    },
    Row(side: "typewright", name: "validate", prepare: checked(AssistantListResponse.self, "assistants")),
    Row(side: "typewright", name: "validate metaschema", prepare: checked(CoreSchemaMetaSchema.self, "metaschema")),
    Row(side: "typewright", name: "validate orders", prepare: checked(Orders.self, "orders")),
    Row(side: "typewright", name: "validate places", prepare: checked(Places.self, "places")),
    Row(side: "Foundation", name: "decode") {
        let data = try Data(bytes("assistants"))
        let decoder = JSONDecoder()
        return { try decoder.decode(PlainAssistantListResponse.self, from: data).assistants.count }
    },
    Row(side: "Foundation", name: "encode") {
        let list = try JSONDecoder().decode(PlainAssistantListResponse.self, from: Data(bytes("assistants")))
        let encoder = JSONEncoder()
        return { try encoder.encode(list).count }
    },
    Row(side: "Foundation", name: "parse") {
        let data = try Data(bytes("assistants"))
        return { try (JSONSerialization.jsonObject(with: data) as? [String: Any])?.count ?? 0 }
    },
    Row(side: "Foundation", name: "print") {
        let object = try JSONSerialization.jsonObject(with: Data(bytes("assistants")))
        return { try JSONSerialization.data(withJSONObject: object).count }
    },
]

let arguments = CommandLine.arguments
guard arguments.count > 1 else { fatalError("json FOLDER [SIDE ROW [COUNT]]") }
for row in rows where arguments.count < 4 || (arguments[2], arguments[3]) == (row.side, row.name) {
    let work = try row.prepare()
    if arguments.count > 4, let count = Int(arguments[4]) {
        for _ in 0..<count { blackHole &+= try work() }
    } else {
        let time = try measure(work)
        print("\(row.side)\t\(row.name)\t\(time.cpu)\t\(time.wall)")
    }
}
