import TypewrightModel

struct ClientEmitter {
    let context: EmissionContext

    func units() -> [EmissionUnit] { [] }
}
