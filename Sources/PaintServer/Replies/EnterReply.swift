import Painting

/// What the page learns when it opens.
struct EnterReply: Encodable {
  let introduction: PaintingIntroduction?
  let allowsUploads: Bool
  let isFree: Bool
  /// The first method.
  let method: String
  let methods: [MethodList.Entry]
  let pictures: [PictureReply]
  let mostPoints: Int
  let mostBytes: Int
}
