import TypewrightHTTP
import TypewrightRuntime

// What `AnswersAndWebhooks.md` shows. Compiled; `SnippetTests` holds the article against it.

func answers(_ places: PlacesClient) async throws {
    switch try await places.answers.several() {
    case .ok(let place): print(place.name)
    case .accepted(let job): print("ask again for", job.job)
    case .noContent: break
    case .nonAuthoritative(let note): print(note)
    case .status2XX(let words): print(words)
    case .undocumented(let answer): print(answer.status, answer.text)
    }
}

func otherMediaTypes(_ places: PlacesClient) async throws -> (String, [UInt8]) {
    let table = try await places.answers.exportCSV()
    let document = try await places.answers.exportPDF()
    return (table, document)
}

func headers(_ places: PlacesClient) async throws {
    let answer = try await places.answers.withResponse { try await $0.heads() }
    let headers = AnswersHeadsHeaders(answer.headers)
    print(headers.xLeft ?? 0, headers.xTags ?? [])
}

func bodies(_ places: PlacesClient, _ incoming: AsyncStream<Place>) async throws -> String {
    let file = UploadFile(path: "photo.png")
    let told = try await places.bodies.upload(
        file: file, title: "At the sea", furtherParts: [MultipartPart("note", text: "windy")])

    let echo = try await places.bodies.sendLines(body: [Place(name: "a"), Place(name: "b")])
    for try await place in echo { print(place.name) }
    _ = try await places.bodies.sendLines(body: RequestItems(incoming))
    return told
}

func servers() -> PlacesClient {
    let places = PlacesClient(baseURL: PlacesClient.Servers.regional(region: "us"))
    return places
}

func event(_ headers: HeaderFields, _ body: [UInt8]) throws {
    let webhooks = PlacesWebhooks(verifier: .standardWebhooks(secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    switch try webhooks.event(headers: headers, body: body) {
    case .placeOpened(let opened): print(opened.place.name)
    case .placeClosed(let closed): print(closed.reason)
    case .unrecognized(let json): print(json)
    }
}

func ownScheme(_ token: String, _ headers: HeaderFields, _ body: [UInt8]) throws -> PlaceOpened {
    let webhooks = PlacesWebhooks(verifier: WebhookVerifier { headers, body in
        guard headers["X-Token"] == token else { throw WebhookError.unverified("the token is wrong") }
    })
    let opened = try webhooks.placeOpened(headers: headers, body: body)
    return opened
}
