import TypewrightModel
import TypewrightSpec

extension Lowerer {
    func securityScheme(_ scheme: OpenAPI.SecurityScheme) -> SecurityScheme? {
        let kind: SecurityScheme.Kind
        switch scheme.kind {
        case .apiKey(let name, let location):
            kind = .apiKey(place: Parameter.Place(rawValue: location.rawValue) ?? .header, name: name)
        case .http(let name, let format):
            switch name {
            case "basic": kind = .basic
            case "bearer": kind = .bearer(format: format)
            default: kind = .http(scheme: name)
            }
        case .mutualTLS: kind = .mutualTLS
        case .oauth2(let flows): kind = .token(scopes: flows.flatMap { $0.scopes.map(\.name) })
        case .openIDConnect: kind = .token(scopes: [])
        // Reported where it was read.
        case .unknown: return nil
        }
        return SecurityScheme(name: scheme.name, kind: kind, description: scheme.description)
    }
}
