import TypewrightModel

/// A declaration with all that stands inside it: first the public shape, clean enough for a review,
/// then what the runtime needs to read, write and check it.
struct TypeEmitter {
    let context: EmissionContext

    func unit(_ id: TypeID) -> Code {
        .paragraphs([shape(id), support(id)])
    }

    // MARK: The shape

    private func shape(_ id: TypeID) -> Code {
        let declaration = context.api[id]
        let nested = context.nested(in: id).filter { !context.overrides.isReplaced($0) }.map { shape($0) }
        let validator = context.validator(of: id).map { ["`\($0.text)` validates it."] } ?? []
        let heading = Code.lines([declaration.documentation.comment(more: [origin(declaration)] + validator)])
        let body: Code
        switch context.shape(of: id) {
        case .object(let object): body = ObjectEmitter(context: context, id: id, object: object).shape(nested: nested)
        case .enumeration(let enumeration): body = EnumerationEmitter(context: context, id: id, enumeration: enumeration).shape
        case .union(let union): body = UnionEmitter(context: context, id: id, union: union).shape(nested: nested)
        case .tuple(let tuple): body = TupleEmitter(context: context, id: id, tuple: tuple).shape(nested: nested)
        case .alias(let target): body = "\(context.access)typealias \(context.names[id].last) = \(context.type(target))"
        }
        return .lines([heading, body])
    }

    private func origin(_ declaration: TypeDeclaration) -> String {
        "Generated from `\(declaration.origin.location)`."
    }

    // MARK: Support

    private func support(_ id: TypeID) -> Code {
        let nested = context.nested(in: id).filter { !context.overrides.isReplaced($0) }.map { support($0) }
        let own: Code
        switch context.shape(of: id) {
        case .object(let object): own = ObjectEmitter(context: context, id: id, object: object).support
        case .enumeration(let enumeration): own = EnumerationEmitter(context: context, id: id, enumeration: enumeration).support
        case .union(let union): own = UnionEmitter(context: context, id: id, union: union).support
        case .tuple(let tuple): own = TupleEmitter(context: context, id: id, tuple: tuple).support
        case .alias: own = ""
        }
        let checks = CheckEmitter(context: context).support(for: id)
        return .paragraphs([own, checks] + nested)
    }
}
