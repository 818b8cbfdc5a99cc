/// One picture of a session.
struct PictureReply: Encodable {
  let id: String
  let title: String
  /// What colours are chosen with; nil where the picture's turn has not come, or is over, in a study:
  /// who paints one picture is not told how others are painted.
  let controls: String?
  /// Time to paint it, in seconds; nil for as long as one likes.
  let seconds: Int?
  let isTraining: Bool
  let isOver: Bool
  /// Seconds since it was shown first; 0 before.
  let elapsed: Double

  init(_ painting: LoggedPainting, tellsControls: Bool = true) {
    id = painting.token
    title = painting.title
    controls = tellsControls ? painting.arm.controls : nil
    seconds = painting.seconds
    isTraining = painting.isTraining
    isOver = painting.isOver
    elapsed = painting.elapsed
  }
}
