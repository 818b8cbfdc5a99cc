/// One picture of a session.
struct PictureReply: Encodable {
  let id: String
  let title: String
  let arm: PaintingArm
  /// Time to paint it, in seconds; nil for as long as one likes.
  let seconds: Int?
  let isTraining: Bool
  let isOver: Bool
  /// Seconds since it was shown first; 0 before.
  let elapsed: Double

  init(_ painting: LoggedPainting) {
    id = painting.token
    title = painting.title
    arm = painting.arm
    seconds = painting.seconds
    isTraining = painting.isTraining
    isOver = painting.isOver
    elapsed = painting.elapsed
  }
}
