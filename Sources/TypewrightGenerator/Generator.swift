import TypewrightEmission
import TypewrightLowering
import TypewrightModel
import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// All that the user decides, room by room.
package struct GeneratorOptions: Sendable {
    package var loading = LoadOptions()
    package var lowering = LoweringOptions()
    package var naming = NamingOptions()
    package var emission = EmissionOptions()

    package init() {}
}

/// What came out, and the counts that a summary tells.
package struct Generation: Sendable {
    package var files: [GeneratedFile]
    package var typeCount: Int
    package var operationCount: Int

    package init(files: [GeneratedFile], typeCount: Int, operationCount: Int) {
        self.files = files
        self.typeCount = typeCount
        self.operationCount = operationCount
    }
}
