/// The pictures of a session.
struct PictureList: Encodable {
  let pictures: [PictureReply]
  /// What the painter is told after the last picture of a study; nil before, since it may tell what
  /// is compared.
  let thanks: String?

  /// The pictures as a page may see them.
  init(_ paintings: [LoggedPainting], _ policy: any PaintingPolicy) {
    let current = paintings.first { !$0.isOver }
    pictures = paintings.map { painting in
      PictureReply(painting, tellsControls: policy.isFree || painting.id == current?.id)
    }
    thanks = current == nil && !paintings.isEmpty ? policy.introduction?.thanks : nil
  }
}
