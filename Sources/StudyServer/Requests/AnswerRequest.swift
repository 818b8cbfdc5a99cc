import PerceptualStudy
import WebService

/// An answer to a trial.
struct AnswerRequest: PlausibleRequest {
  let tab: String
  /// Made once an answer, so that one that is sent again counts once.
  let key: String
  let position: Int
  /// The trial's name in this session.
  let trial: String
  let answer: NamedFake
  /// From the end of the second picture, in milliseconds.
  let reactionMilliseconds: Double
  let timing: Timing
  /// How it was given.
  let input: Input

  enum Input: String, Decodable, Sendable {
    case key
    case pointer
  }

  var isPlausible: Bool {
    RandomToken.isToken(tab) && RandomToken.isToken(key) && (1...100_000).contains(position)
      && trial.utf8.count <= 64 && (0...86_400_000).contains(reactionMilliseconds)
      && timing.isPlausible
  }

  /// When the pictures were seen, by the time stamps of the frames, in milliseconds from the start
  /// of the blank before the first one.
  struct Timing: PlausibleRequest {
    let frameMilliseconds: Double
    let firstOnset: Double
    let firstOffset: Double
    let secondOnset: Double
    let secondOffset: Double
    /// Frames that came at least half a frame late.
    let droppedFrames: Int
    /// How often the trial was begun before and broken off.
    let interruptions: Int

    var isPlausible: Bool {
      let times = [0, firstOnset, firstOffset, secondOnset, secondOffset, 86_400_000]
      return zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
        && (0.5...1000).contains(frameMilliseconds) && (0...1_000_000).contains(droppedFrames)
        && (0...1000).contains(interruptions)
    }

    /// Whether a picture was shown for more than one and a half frames too long or too short.
    func isOff(_ exposure: Exposure) -> Bool {
      [firstOffset - firstOnset, secondOffset - secondOnset].contains {
        abs($0 - Double(exposure.picture)) > 1.5 * frameMilliseconds
      }
    }
  }
}
