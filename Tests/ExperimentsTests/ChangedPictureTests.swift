import Colorimetry
import Experiments
import Foundation
import Testing

/// Studies on other pictures than the true ones: own figures, turned hues, references.
@Suite struct ChangedPictureTests {
  @Test func turnedHuesAreOppositeColoursOfTheSameLightness() throws {
    let plain = try plan(study())
    let turned = try plan(study(tinyText(["hue": "hue_rotation: 180"])))
    for (unit, other) in zip(plain.units, turned.units) {
      #expect(unit.key != other.key && unit.image.sha256 == other.image.sha256)
    }
    let before = LabImage(try #require(plain.units.first).picture())
    let after = LabImage(try #require(turned.units.first).picture())
    var turns = 0
    for pixel in before.lightness.values.indices {
      let a = before.chrominance.a.values[pixel], b = before.chrominance.b.values[pixel]
      // Colours of little chroma stay within sRGB: the hue is opposite but for 8-bit rounding.
      guard (5.0...15).contains((a * a + b * b).squareRoot()),
        (40.0...70).contains(before.lightness.values[pixel])
      else { continue }
      turns += 1
      #expect(abs(after.lightness.values[pixel] - before.lightness.values[pixel]) < 1)
      #expect(abs(after.chrominance.a.values[pixel] + a) < 2.5)
      #expect(abs(after.chrominance.b.values[pixel] + b) < 2.5)
    }
    #expect(turns > 20)
  }

  @Test func aReferenceIsAnotherPictureAndStaysTheSame() throws {
    let text = tinyText(["reference": "reference: other", "scenes": "scenes: 6"])
    let first = try plan(study(text))
    let plain = try plan(study(tinyText(["scenes": "scenes: 6"])))
    var references: Set<Data> = []
    for (unit, again) in zip(first.units, try plan(study(text)).units) {
      let reference = try #require(try unit.referencePicture())
      #expect(try again.referencePicture() == reference && again.key == unit.key)
      #expect(try unit.picture() != reference)
      references.insert(Data(reference.pixels))
    }
    #expect(references.count > 1)
    #expect(Set(first.units.map(\.key)).isDisjoint(with: plain.units.map(\.key)))
    #expect(try plain.units.first?.referencePicture() == nil)
  }

  @Test func figuresHaveAsManyPointsAsMarks() throws {
    let text = tinyText([
      "pictures": "pictures: segments", "oracles": "oracles: [marked]",
      "points": "points: [0, 1, 2]",
    ])
    let plan = try plan(study(text))
    #expect(plan.images.images.map(\.name).first == "1-blue" && plan.images.images.count == 4)
    let counts = plan.units.filter { $0.method.identity.name == "gray" }.map(\.points)
    #expect(counts == [[0, 1], [0, 1], [0, 1, 2], [0, 1, 2]])
    let figures = try study(text)
    #expect(throws: ExperimentError.ownPictures(study: "tiny")) {
      try ImageSet.gather(study: figures, folder: "/", limit: nil, strict: false)
    }
  }
}
