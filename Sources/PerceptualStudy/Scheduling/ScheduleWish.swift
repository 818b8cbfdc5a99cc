/// The numbers that a schedule is asked for.
public struct ScheduleWish: Sendable, Equatable {
  /// Judges, at least 1.
  public var judges: Int
  /// Main trials of each judge, at least 1.
  public var trials: Int
  /// Practice trials of each judge.
  public var practice: Int
  /// Vigilance trials of each judge.
  public var vigilance: Int
  /// Images that can be shown.
  public var images: Int
  /// Methods, at least 1.
  public var methods: Int

  /// Most trials of all judges together: more is a slip of the keyboard.
  public static let mostTrials = 2_000_000

  /// Names the numbers.
  public init(
    judges: Int, trials: Int, practice: Int, vigilance: Int, images: Int, methods: Int
  ) {
    self.judges = judges
    self.trials = trials
    self.practice = practice
    self.vigilance = vigilance
    self.images = images
    self.methods = methods
  }

  /// Trials of each judge, of all kinds.
  public var trialsOfAJudge: Int { practice + trials + vigilance }
}
