/// How far a study is, without a word on which method fools how often: who sees that early may be
/// tempted to stop at a lucky moment.
struct StudyProgress: Encodable, Sendable {
  /// The study's name and title.
  let study: String
  let title: String
  /// Sessions by how they stand; they add up to `started`.
  let started: Int
  let usable: Int
  let excluded: Int
  let underWay: Int
  let dropped: Int
  let withdrawn: Int
  /// Usable judges wanted.
  let wanted: Int
  /// Answers stored, and those among them whose exposure was off by over one and a half frames.
  let answers: Int
  let offSchedule: Int
  let interrupted: Int
  /// Medians: minutes from beginning to end, and milliseconds to an answer of a main trial.
  let medianMinutes: Double?
  let medianReaction: Double?
  let cells: [Cell]
  /// The latest first.
  let judges: [Judge]

  /// A cell of the design.
  struct Cell: Encodable, Sendable {
    let cell: Int
    let usable: Int
    let excluded: Int
    let underWay: Int
    let dropped: Int
    let withdrawn: Int
  }

  /// A judge as far as the experimenter needs to know.
  struct Judge: Encodable, Sendable {
    let judge: String
    let state: String
    let answered: Int
    let trials: Int
    let missedVigilance: Int
    let vigilance: Int
    let medianReaction: Double?
    /// Why the answers would be left out if the study ended now; empty where they would count.
    let exclusion: String
    let platesRight: Int?
    let platesShown: Int?
    let comment: String
  }
}
