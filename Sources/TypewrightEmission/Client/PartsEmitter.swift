import TypewrightModel

/// A multipart body: a parameter of the call and a part of the request for each property.
struct PartsEmitter {
    let context: EmissionContext
    let content: Content
    let object: ObjectShape
    let names: [SwiftIdentifier]

    private func field(_ property: Property) -> Content.Field? {
        content.fields.first { $0.name == property.name }
    }

    var declarations: [CallParameter] {
        zip(object.properties, names).map { property, name in
            var declaration = FieldEmitter(context: context, property: property, name: name).declaration
            if let field = field(property), field.isFile {
                let file: Code = field.isRepeated ? "[UploadFile]" : "UploadFile"
                declaration.type = property.presence == .required ? file : "\(file)?"
            } else if property.presence == .optionalNullable {
                // A part is there or it is not.
                declaration.type = "\(context.type(property.type))?"
            }
            return declaration
        }
    }

    var lines: [Code] {
        zip(object.properties, names).map { property, name in
            let field = field(property)
            let mediaType = field?.isFile == true ? nil : field?.mediaType
            let extra: Code = mediaType.map { ", mediaType: \(literal: $0)" } ?? ""
            return "request.part(\(literal: property.name), \(name)\(extra))"
        }
    }
}
