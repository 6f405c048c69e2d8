import Testing
import TypewrightSource

@Suite struct BytesTests {
    /// Eight bytes are looked at together. `!` is the byte before `"`, and a borrow from its lane would tell it.
    @Test(arguments: 0..<40)
    func theNextByteIsFoundWhereverItIs(_ place: Int) {
        var text = [UInt8](repeating: UInt8(ascii: "!"), count: 40)
        text[place] = UInt8(ascii: "\"")
        if place < 39 { text[39] = UInt8(ascii: "\"") }
        text.withUnsafeBufferPointer { text in
            for start in 0...place { #expect(text.next(UInt8(ascii: "\""), from: start) == place) }
            #expect(text.next(UInt8(ascii: "\""), from: 40) == nil)
            #expect(text.next(0xFF, from: 0) == nil)
        }
    }

    @Test(arguments: [0x00, 0x7F, 0x80, 0xFF] as [UInt8])
    func anyByteIsFound(_ byte: UInt8) {
        for place in 0..<20 {
            var text = [UInt8](repeating: byte ^ 1, count: 20)
            text[place] = byte
            #expect(text.withUnsafeBufferPointer { $0.next(byte, from: 0) } == place)
        }
    }

    @Test func nothingIsInNothing() {
        #expect(UnsafeBufferPointer<UInt8>(start: nil, count: 0).next(0, from: 0) == nil)
    }

    @Test(arguments: ["", "é", "plain", "much longer than fifteen bytes, so on the heap"])
    func textIsAskedAsOnePiece(_ text: String) {
        #expect(text.containsByte { $0 == 0xC3 } == (text == "é"))
        #expect(text.containsByte { _ in true } == !text.isEmpty)
    }
}
