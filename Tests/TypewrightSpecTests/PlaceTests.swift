import Testing

@testable import TypewrightSpec

@Suite struct PlaceTests {
    /// Whichever place comes after which: text is kept of the one before.
    @Test func locationsAreToldInAnyOrder() {
        let root = Place(document: "")
        let other = Place(document: "models/pet.yaml")
        let schemas = root.member("components").member("schemas")
        let places = [
            root, other, schemas, schemas.member("Pet"), schemas.member("a/b").member("allOf").element(12),
            schemas.member("a/b").member("allOf").element(3).member("~"), other.member("Pet").member("properties").member("é"), root.member("paths"),
        ]
        for first in places {
            for second in places {
                for third in places {
                    var locations = Locations()
                    for place in [first, second, third, first] { #expect(locations.location(of: place) == place.location) }
                }
            }
        }
        #expect(places[5].location == "#/components/schemas/a~1b/allOf/3/~0")
        #expect(places[6].location == "models/pet.yaml#/Pet/properties/é")
    }
}
