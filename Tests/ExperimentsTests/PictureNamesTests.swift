import Experiments
import Testing

/// What files made of pictures are called.
@Suite struct PictureNamesTests {
  @Test func picturesKeepTheirStems() {
    let names = PictureNames(["a.png", "b.JPG", "c.d.jpeg", "001-meadow"])
    #expect(
      ["a.png", "b.JPG", "c.d.jpeg", "001-meadow"].map { names[$0] }
        == ["a", "b", "c.d", "001-meadow"])
  }

  @Test func oneStemWithTwoEndingsKeepsTheEndings() {
    let names = PictureNames(["a.png", "a.jpg", "b.png"])
    #expect(["a.png", "a.jpg", "b.png"].map { names[$0] } == ["a.png", "a.jpg", "b"])
  }

  /// "é" as one scalar, and as "e" with a combining accent: `String` takes them for equal.
  @Test func unicodeFormsStayApart() {
    let (composed, decomposed) = ("caf\u{E9}.png", "cafe\u{301}.png")
    let names = PictureNames([composed, decomposed])
    // By sha256sum of the names' bytes.
    #expect(names[composed].utf8.elementsEqual("caf\u{E9}-36d93486".utf8))
    #expect(names[decomposed].utf8.elementsEqual("cafe\u{301}-e950a7fa".utf8))
  }

  @Test func aNameThatAnotherTakesIsNotGivenTwice() {
    let pictures = ["a.png", "a.jpg", "a.png.png"]
    let names = PictureNames(pictures)
    #expect(Set(pictures.map { names[$0] }).count == 3)
    #expect(names["a.png.png"] == "a.png" && names["a.jpg"] == "a.jpg")
  }

  @Test func foldersCountOnlyWhereNamesAreEqual() {
    let pictures = ["x/a.png", "y/a.png", "y/b.png", "y/caf\u{E9}.png", "y/cafe\u{301}.png"]
    let names = PictureNames(pictures)
    #expect(names["y/b.png"] == "b")
    #expect(names["y/caf\u{E9}.png"].hasSuffix("-36d93486"))
    #expect(names["x/a.png"].hasPrefix("a-") && names["x/a.png"] != names["y/a.png"])
  }

  @Test func orderDoesNotMatter() {
    let pictures = ["a.png", "a.jpg", "a.png.png", "b.png", "caf\u{E9}.png", "cafe\u{301}.png"]
    let (one, other) = (PictureNames(pictures), PictureNames(pictures.reversed()))
    for picture in pictures { #expect(one[picture].utf8.elementsEqual(other[picture].utf8)) }
  }

  @Test(arguments: [
    ("all", PointSelection.all), ("10", .counts([10])), ("100,0,10,10", .counts([0, 10, 100])),
  ])
  func selectionsAreRead(_ text: String, _ selection: PointSelection) {
    #expect(PointSelection(text) == selection)
  }

  @Test(arguments: ["", "ten", "1,", "-1", "1;2", "1.5", "quick"])
  func otherSelectionsAreNone(_ text: String) {
    #expect(PointSelection(text) == nil)
  }
}
