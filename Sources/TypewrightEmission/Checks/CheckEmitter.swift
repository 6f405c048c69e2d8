import TypewrightModel

struct CheckEmitter {
    let context: EmissionContext

    func namespaceUnits() -> [EmissionUnit] { [] }

    func support(for id: TypeID) -> Code { "" }
}
