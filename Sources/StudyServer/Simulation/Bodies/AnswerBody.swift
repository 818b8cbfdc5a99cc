import PerceptualStudy

/// An answer with the exposures as they were wished.
struct AnswerBody: Encodable, Sendable {
  let tab: String
  let key: String
  let position: Int
  let trial: String
  let answer: NamedFake
  let reactionMilliseconds: Double
  let timing: Timing
  let input = "key"

  struct Timing: Encodable, Sendable {
    let frameMilliseconds = 1000.0 / 60
    let firstOnset: Double
    let firstOffset: Double
    let secondOnset: Double
    let secondOffset: Double
    let droppedFrames = 0
    let interruptions = 0

    init(_ exposure: Exposure) {
      firstOnset = Double(exposure.before)
      firstOffset = firstOnset + Double(exposure.picture)
      secondOnset = firstOffset + Double(exposure.between)
      secondOffset = secondOnset + Double(exposure.picture)
    }
  }
}
