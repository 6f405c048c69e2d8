import TypewrightModel

struct TupleEmitter {
    let context: EmissionContext
    let id: TypeID
    let tuple: TupleShape

    func shape(nested: [Code]) -> Code { "" }
    var support: Code { "" }
}
