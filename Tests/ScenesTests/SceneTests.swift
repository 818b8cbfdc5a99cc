import Imaging
import Scenes
import Testing

@Suite struct SceneTests {
  @Test(arguments: SceneKind.allCases)
  func aSceneIsTheSameEveryTime(_ kind: SceneKind) {
    let scene = Scene(kind: kind, seed: 11)
    #expect(scene.render(height: 48, width: 64) == scene.render(height: 48, width: 64))
  }

  @Test(arguments: SceneKind.allCases)
  func anotherSeedPaintsAnotherPicture(_ kind: SceneKind) {
    let first = Scene(kind: kind, seed: 1).render(height: 48, width: 48)
    let second = Scene(kind: kind, seed: 2).render(height: 48, width: 48)
    let differing = zip(first.pixels, second.pixels).count { $0 != $1 }
    #expect(differing > first.pixels.count / 2)
  }

  @Test(
    arguments: SceneKind.allCases,
    [(16, 16), (64, 48), (48, 160), (17, 31)])
  func everyKindIsPaintedAtAnySize(_ kind: SceneKind, _ size: (height: Int, width: Int)) {
    let image = Scene(kind: kind, seed: 5).render(height: size.height, width: size.width)
    #expect(image.height == size.height)
    #expect(image.width == size.width)
  }

  @Test(arguments: SceneKind.allCases)
  func aLargerPictureIsTheSamePictureFiner(_ kind: SceneKind) {
    let scene = Scene(kind: kind, seed: 3)
    let coarse = scene.render(height: 128, width: 128)
    let fine = scene.render(height: 256, width: 256)
    var difference = 0
    for row in 0..<128 {
      for column in 0..<(3 * 128) {
        let (pixel, channel) = (column / 3, column % 3)
        let corner = 3 * (2 * row * 256 + 2 * pixel) + channel
        let sum = [0, 3, 768, 771].reduce(0) { $0 + Int(fine.pixels[corner + $1]) }
        difference += abs(sum / 4 - Int(coarse.pixels[3 * 128 * row + column]))
      }
    }
    #expect(Double(difference) / Double(3 * 128 * 128) < 8)
  }

  @Test func aSeriesGoesThroughAllKindsInTurn() {
    let count = SceneKind.allCases.count
    let kinds = (0..<count).map { Scene(index: $0, seed: 9).kind }
    #expect(kinds == SceneKind.allCases)
    #expect(Scene(index: count, seed: 9).kind == kinds[0])
    #expect(Scene(index: count, seed: 9).seed != Scene(index: 0, seed: 9).seed)
    #expect(Scene(index: 0, seed: 9).seed != Scene(index: 0, seed: 10).seed)
  }

  @Test func namesTellPlaceAndKind() {
    #expect(Scene(index: 2, seed: 1).name == "002-forest")
    #expect(Scene(index: 1002, seed: 1).name.hasPrefix("1002-"))
    #expect(SceneKind(rawValue: "sky-over-sea") == .skyOverSea)
    #expect(SceneKind.allCases.allSatisfy { $0.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
  }
}
