// Measures reading and writing the assistants list: `json FOLDER` prints one line for each
// row, `side TAB row TAB nanoseconds`, the best of several rounds.
import Foundation
import TypewrightRuntime

let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1] + "/assistants.json")))
let data = Data(bytes)

let list = try AssistantListResponse(json: bytes)
guard try AssistantListResponse(json: list.json()) == list else { fatalError("the list does not come back as it was") }
try measure("typewright", "decode") { try AssistantListResponse(json: bytes).assistants.count }
try measure("typewright", "encode") { try list.json().count }
let value = try JSONValue(json: bytes)
try measure("typewright", "parse") { try JSONValue(json: bytes).members.count }
try measure("typewright", "print") { try value.json().count }
let decoder = JSONDecoder()
let encoder = JSONEncoder()
try measure("typewright", "Codable decode") { try decoder.decode(AssistantListResponse.self, from: data).assistants.count }
try measure("typewright", "Codable encode") { try encoder.encode(list).count }
let plain = try decoder.decode(PlainAssistantListResponse.self, from: data)
try measure("Foundation", "decode") { try decoder.decode(PlainAssistantListResponse.self, from: data).assistants.count }
try measure("Foundation", "encode") { try encoder.encode(plain).count }
let object = try JSONSerialization.jsonObject(with: data)
try measure("Foundation", "parse") { try (JSONSerialization.jsonObject(with: data) as? [String: Any])?.count ?? 0 }
try measure("Foundation", "print") { try JSONSerialization.data(withJSONObject: object).count }
