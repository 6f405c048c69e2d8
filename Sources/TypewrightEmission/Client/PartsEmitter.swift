import TypewrightModel

/// A multipart body: a parameter of the call and a part of the request for each property.
struct PartsEmitter {
    let context: EmissionContext
    let content: Content
    let object: ObjectShape
    let names: [SwiftIdentifier]

    init?(context: EmissionContext, operation: Operation, names: OperationNames) {
        guard let body = operation.multipartBody(in: context.api) else { return nil }
        self.context = context
        content = body.content
        object = body.object
        self.names = names.parts
    }

    private func field(_ property: Property) -> Content.Field? {
        content.fields.first { $0.name == property.name }
    }

    var declarations: [CallParameter] {
        let parts = zip(object.properties, names).map { property, name in
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
        guard let further else { return parts }
        return parts + [CallParameter(
            name: further, type: "[MultipartPart]", isOptional: false, defaultValue: "[]", documentation: "Parts that the document does not name.")]
    }

    /// The parameter for parts that the document allows and does not name.
    private var further: SwiftIdentifier? {
        guard case .map = object.additional else { return nil }
        return names.contains { $0.text == "furtherParts" } ? nil : "furtherParts"
    }

    var lines: [Code] {
        var lines = zip(object.properties, names).map { property, name -> Code in
            let extra: Code = mediaType(field(property)).map { ", mediaType: \(literal: $0)" } ?? ""
            return "request.part(\(literal: property.name), \(name)\(extra))"
        }
        let subtype: Code = content.mediaType == "multipart/form-data" || content.mediaType.hasSuffix("*")
            ? "" : ", mediaType: \(literal: content.mediaType)"
        if let further { lines.append("request.multipart(\(further)\(subtype))") } else if !subtype.isEmpty { lines.append("request.multipart([]\(subtype))") }
        return lines
    }

    /// A file may be of any of several media types; then the caller says which.
    private func mediaType(_ field: Content.Field?) -> String? {
        guard let field, let mediaType = field.mediaType else { return nil }
        return field.isFile && mediaType.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "*") }) ? nil : mediaType
    }
}
