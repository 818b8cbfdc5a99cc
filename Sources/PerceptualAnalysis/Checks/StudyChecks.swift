/// What else answers tell about judges and procedure.
public struct StudyChecks: Sendable, Equatable {
  /// The share of answers "first" (the old tool's left), against one half; nil with fewer than two
  /// judges.
  public let firstAnswers: ClusteredMean?
  /// The change of the fooling rate a main trial, over a judge's main trials; nil where it cannot be
  /// told. Least squares with a mean of each judge and each method taken off.
  public let drift: ClusteredMean?
  /// How much judges differ, all methods together; nil where it cannot be told.
  public let betweenJudges: ClusterSpread?
  /// Median reaction times, all methods together.
  public let reactions: MethodEstimate.Reactions

  init(_ answers: MainAnswers, tallies: [MethodTally]) {
    let byJudge = Dictionary(grouping: answers.answers, by: \.judge)
      .sorted { $0.key < $1.key }.map(\.value)
    firstAnswers = Self.firstAnswers(byJudge)
    drift = Self.drift(byJudge, tallies: tallies)
    betweenJudges = ClusterSpread(
      clusters: byJudge.map { ($0.count, $0.count(where: \.isFooled)) })
    reactions = MethodEstimate.Reactions(answers.answers)
  }

  private static func firstAnswers(_ byJudge: [[MainAnswer]]) -> ClusteredMean? {
    let total = Double(byJudge.reduce(0) { $0 + $1.count })
    guard total > 0 else { return nil }
    let counts = byJudge.map { Double($0.count(where: \.isFirstNamed)) }
    let share = counts.reduce(0, +) / total
    let contributions = zip(byJudge, counts).map { ($1 - share * Double($0.count)) / total }
    return ClusteredMean(share: share, contributions: contributions, null: 0.5)
  }

  private static func drift(
    _ byJudge: [[MainAnswer]], tallies: [MethodTally]
  ) -> ClusteredMean? {
    let centered = byJudge.map { answers in
      let ranks = answers.map { Double($0.rank) }
      let excesses = answers.map { ($0.isFooled ? 1 : 0) - tallies[$0.method].rate }
      let (rank, excess) = (ranks.mean ?? 0, excesses.mean ?? 0)
      return zip(ranks, excesses).map { (x: $0 - rank, y: $1 - excess) }
    }
    let squares = centered.joined().reduce(0) { $0 + $1.x * $1.x }
    guard squares > 0 else { return nil }
    let slope = centered.joined().reduce(0) { $0 + $1.x * $1.y } / squares
    let contributions = centered.map { points in
      points.reduce(0) { $0 + $1.x * ($1.y - slope * $1.x) } / squares
    }
    return ClusteredMean(slope, contributions: contributions, null: 0)
  }
}
