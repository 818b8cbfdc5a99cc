/// What the answers tell of one method.
public struct MethodEstimate: Sendable, Equatable {
  /// The method's name.
  public let method: String
  /// Judges who answered a main trial of it.
  public let judges: Int
  /// Images judged.
  public let images: Int
  /// Answered main trials.
  public let trials: Int
  /// Main trials without an answer; they count in nothing else.
  public let missing: Int
  /// Trials in which the real picture was named as the fake.
  public let fooled: Int
  /// The fooling rate that its paper states, 0…1; nil where there is none.
  public let publishedRate: Double?
  /// ``Interval/wilson(successes:trials:)``: trials taken as independent.
  public let wilson: Interval
  /// ``Interval/pooled(successes:trials:)``: as in Zhang et al. 2017.
  public let pooled: Interval
  /// The headline: the corrected two-way cluster bootstrap, over judges and images.
  public let cluster: Interval
  /// Percentiles of the pigeonhole bootstrap without correction: too wide, for comparison.
  public let pigeonhole: Interval
  /// Mean and standard deviation of the old tool's nested bootstrap.
  public let nested: Spread
  /// The variance of the rate over that of independent trials.
  public let designEffect: Double
  /// Fooling rate where the real picture was shown first, 0…1; nil without such a trial.
  public let rateRealFirst: Double?
  /// Fooling rate where the real picture was shown second, 0…1; nil without such a trial.
  public let rateRealSecond: Double?
  /// How well the fakes were told, and liking for an answer.
  public let detection: SignalDetection
  /// How much judges differ; nil where it cannot be told.
  public let betweenJudges: ClusterSpread?
  /// How much images differ; nil where it cannot be told.
  public let betweenImages: ClusterSpread?
  /// Median reaction times.
  public let reactions: Reactions

  /// The fooling rate, 0…1.
  public var rate: Double { Double(fooled) / Double(trials) }

  /// Mean and standard deviation of bootstrap draws.
  public struct Spread: Sendable, Equatable {
    /// The mean over draws.
    public let mean: Double
    /// The standard deviation over draws, over n − 1.
    public let standardDeviation: Double
  }

  /// Median reaction times in milliseconds; nil where none was taken.
  public struct Reactions: Sendable, Equatable {
    /// Over all answers.
    public let all: Double?
    /// Over answers that named the real picture.
    public let fooled: Double?
    /// Over answers that named the fake.
    public let right: Double?

    init(_ answers: some Collection<MainAnswer>) {
      all = answers.compactMap(\.reaction).median
      fooled = answers.filter(\.isFooled).compactMap(\.reaction).median
      right = answers.filter { !$0.isFooled }.compactMap(\.reaction).median
    }
  }
}
