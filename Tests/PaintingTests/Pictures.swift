import Imaging
import Painting
import Scenes

/// The bytes of an embedded scene's PNG.
func sceneBytes(_ index: Int, height: Int = 90, width: Int = 140) -> [UInt8] {
  PNGFile.encode(Scene(index: index, seed: 5).render(height: height, width: width))
}

/// An embedded scene, opened.
func openScene(_ index: Int) throws -> OpenPicture {
  try OpenPicture(sceneBytes(index), name: "scene-\(index).png")
}

/// A state with points spread by a rule, each painter's another one.
func state(_ method: String, points count: Int, salt: Int = 0) -> PaintingState {
  let points = (0..<count).map { index -> PaintedPoint in
    let row: Int = (31 * index + 17 * salt + 9) % 256
    let column: Int = (57 * index + 5 * salt + 40) % 256
    let a: Int = (13 * index + salt) % 60 - 30
    let b: Int = (29 * index + 3 * salt) % 80 - 40
    return PaintedPoint(
      row: row, column: column, size: PaintedPoint.sizes[index % 5], a: Double(a), b: Double(b))
  }
  return PaintingState(method: method, points: points)
}
