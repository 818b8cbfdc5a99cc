import Files
import PerceptualStudy

/// One judge's answers, counted, and whether the design's rule leaves them out.
public struct JudgeRecord: Sendable, Equatable {
  /// Who judged.
  public let judge: String
  /// Main trials, answered or not; those of the design where one is given.
  public let trials: Int
  /// Answered main trials.
  public let answered: Int
  /// Answered main trials in which the real picture was named as the fake.
  public let fooled: Int
  /// Vigilance trials.
  public let vigilance: Int
  /// Vigilance trials without the right answer.
  public let vigilanceMissed: Int
  /// Median reaction time over answered main trials in milliseconds; nil where none was taken.
  public let medianReaction: Double?
  /// Which limits were broken; empty for a judge who counts.
  public let breaches: [Breach]

  /// Whether a program judged.
  public var isSimulated: Bool { judge.hasPrefix(Judgement.simulatedMark) }

  /// Whether the judge's answers are left out.
  public var isExcluded: Bool { !breaches.isEmpty }

  /// A limit of the rule, broken.
  public struct Breach: Sendable, Equatable {
    /// Which limit.
    public let reason: Reason
    /// What the judge has.
    public let value: Double
    /// The limit.
    public let limit: Double
  }

  /// What judges are left out for, as named in tables.
  public enum Reason: String, Sendable, CaseIterable {
    /// Too large a share of vigilance trials missed.
    case missedVigilance = "missed-vigilance"
    /// Too small a share of main trials answered.
    case answeredMain = "answered-main"
    /// Too short a median reaction time.
    case medianReaction = "median-reaction"
  }

  /// Counts a judge's answers. Limits for which the answers have no data, such as vigilance without
  /// vigilance trials, are not applied.
  ///
  /// - Parameters:
  ///   - judge: who judged.
  ///   - judgements: all of the judge's, of every kind.
  ///   - rule: who is left out.
  ///   - expected: main trials that the design gives a judge; nil without a design.
  public init(judge: String, judgements: [Judgement], rule: ExclusionRule, expected: Int? = nil) {
    let main = judgements.filter { $0.trial.kind == .main }
    let given = main.filter { $0.answer != nil }
    let watched = judgements.filter { $0.trial.kind == .vigilance }
    let missed = watched.count(where: { $0.fooled != false })
    let reaction = given.compactMap(\.reactionMilliseconds).median
    let trials = max(main.count, expected ?? 0)
    var breaches: [Breach] = []
    if !watched.isEmpty {
      let share = Double(missed) / Double(watched.count)
      if share > rule.missedVigilance {
        breaches.append(
          Breach(reason: .missedVigilance, value: share, limit: rule.missedVigilance))
      }
    }
    let share = trials > 0 ? Double(given.count) / Double(trials) : 0
    if share < rule.answeredMain {
      breaches.append(Breach(reason: .answeredMain, value: share, limit: rule.answeredMain))
    }
    if let reaction, reaction < rule.medianReaction {
      breaches.append(Breach(reason: .medianReaction, value: reaction, limit: rule.medianReaction))
    }
    self.judge = judge
    self.trials = trials
    answered = given.count
    fooled = given.count(where: { $0.fooled == true })
    vigilance = watched.count
    vigilanceMissed = missed
    medianReaction = reaction
    self.breaches = breaches
  }

  /// The records of all judges: those named by numbers first, by number, then the others by name.
  public static func records(
    _ judgements: [Judgement], rule: ExclusionRule, expected: Int? = nil
  ) -> [JudgeRecord] {
    let byJudge = Dictionary(grouping: judgements) { ExactName($0.judge) }
    return byJudge.keys.map(\.text).sorted(by: MainAnswers.judgeOrder).map {
      JudgeRecord(
        judge: $0, judgements: byJudge[ExactName($0)] ?? [], rule: rule, expected: expected)
    }
  }
}
