/// Trouble at random, the same for the same seed.
struct Chaos: Sendable {
    /// How many of all requests it befalls: 0.1 is one in ten.
    let probability: Double
    let seed: UInt64

    enum Trouble: Sendable {
        case status(Int)
        case fault(ServerAnswer.Fault)
        case delay(Duration)
    }

    /// What befalls a request; the number counts requests.
    func trouble(of number: Int) -> Trouble? {
        guard probability > 0 else { return nil }
        let bits = mixed(Seed.of(seed, "chaos", String(number)))
        guard Double(bits >> 11) / Double(UInt64(1) << 53) < probability else { return nil }
        return switch mixed(bits) % 6 {
        case 0: .status(429)
        case 1: .status(500)
        case 2: .status(503)
        case 3: .fault(.reset)
        case 4: .fault(.truncate)
        default: .delay(.milliseconds(200 + Int(mixed(bits &+ 1) % 1800)))
        }
    }

    /// Every bit of the result depends on every bit of the number.
    private func mixed(_ number: UInt64) -> UInt64 {
        var bits = number &+ 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
