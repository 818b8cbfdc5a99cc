import Files
import Testing

@Suite struct ExactNameTests {
  private let composed = "caf\u{E9}.png"
  private let decomposed = "cafe\u{301}.png"

  @Test func namesThatLookAlikeStayTwo() {
    #expect(composed == decomposed, "String takes both for one, which is why this type exists")
    #expect(ExactName(composed) != ExactName(decomposed))
    #expect(Set([ExactName(composed), ExactName(decomposed)]).count == 2)
  }

  @Test func orderIsThatOfBytes() {
    // "e" is 0x65, "z" 0x7A, and "é" begins with 0xC3.
    let sorted = [composed, "cafz", decomposed].sortedByBytes()
    #expect(sorted.map(\.unicodeScalars.count) == [9, 4, 8])
    #expect(["b", "B", "a10", "a2"].sortedByBytes() == ["B", "a10", "a2", "b"])
  }
}
