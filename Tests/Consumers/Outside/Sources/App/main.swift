import Built
import Committed

let pet = try Pet(json: #"{"name": "Rex", "toys": [{"price": 1.5}]}"#)
let car = try Car(json: #"{"wheels": 4}"#)
print(pet.name, pet.toys?.first?.price ?? 0, car.wheels)
