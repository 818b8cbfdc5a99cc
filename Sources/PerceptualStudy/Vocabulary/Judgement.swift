import Files

/// A trial as one judge answered it: a row of `answers.csv`, wherever it comes from.
public struct Judgement: Codable, Sendable, Equatable {
  /// Who judged: the design's number, or a salted hash of a worker's name; of a program, after
  /// ``simulatedMark``.
  public let judge: String
  /// What was shown.
  public let trial: Trial
  /// The picture named as the fake; nil where the judge gave no answer.
  public let answer: NamedFake?
  /// From the end of the second picture to the answer, in milliseconds; nil where it was not taken.
  public let reactionMilliseconds: Double?

  /// Makes a judgement.
  public init(judge: String, trial: Trial, answer: NamedFake?, reactionMilliseconds: Double?) {
    self.judge = judge
    self.trial = trial
    self.answer = answer
    self.reactionMilliseconds = reactionMilliseconds
  }

  /// Whether the real picture was named as the fake; nil without an answer.
  public var fooled: Bool? { answer.map { $0 != trial.fake } }

  /// What the names of simulated judges begin with: their answers stay told from people's.
  public static let simulatedMark = "simulated-"

  /// Whether a program judged.
  public var isSimulated: Bool { judge.hasPrefix(Self.simulatedMark) }

  /// Whose answer at which position: no two answers of a study have the same.
  var place: ExactName { ExactName("\(judge)\u{0}\(trial.position)") }
}
