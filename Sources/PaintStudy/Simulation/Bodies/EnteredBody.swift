import PaintServer

/// What a page learns when it opens, as far as painters need it.
struct EnteredBody: Decodable {
  let isFree: Bool
  let method: String
  let pictures: [Picture]

  struct Picture: Decodable {
    let id: String
    let arm: PaintingArm
    let isTraining: Bool
  }
}
