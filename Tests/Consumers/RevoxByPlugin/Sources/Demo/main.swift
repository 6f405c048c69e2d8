import RevoxByPlugin

let voice = try Voice(json: #"{"id": "v1", "provider": "cartesia", "speed": 1.25}"#)
print(voice.provider.rawValue, voice.speed ?? 0)
