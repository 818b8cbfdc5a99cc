import Files

extension MethodEstimate {
  /// Estimates a method.
  ///
  /// - Parameters:
  ///   - place: the method's place in the answers.
  ///   - answers: all answers of the study.
  ///   - tallies: of the same answers.
  ///   - draws: of the pigeonhole bootstrap.
  ///   - nested: draws of the nested bootstrap.
  ///   - publishedRate: what the method's paper states.
  init(
    at place: Int, of answers: MainAnswers, tallies: [MethodTally], draws: RateDraws,
    nested: RateDraws, publishedRate: Double?
  ) {
    let mine = answers.answers.filter { $0.method == place }
    let tally = tallies[place]
    let judgeClusters = Self.clusters(mine, count: answers.judges.count, by: \.judge)
    let imageClusters = Self.clusters(mine, count: answers.images.count, by: \.image)
    method = answers.methods[place]
    judges = judgeClusters.count(where: { $0.trials > 0 })
    images = imageClusters.count(where: { $0.trials > 0 })
    (trials, fooled) = (tally.trials, tally.fooled)
    missing = answers.missing[ExactName(method)] ?? 0
    self.publishedRate = publishedRate
    wilson = .wilson(successes: tally.fooled, trials: tally.trials)
    pooled = .pooled(successes: tally.fooled, trials: tally.trials)
    let variance = ContrastVariance(weights: [place: 1], answers: answers, tallies: tallies)
    let drawn = draws.rates(of: place)
    let effect = variance.designEffect(drawn: drawn.variance)
    designEffect = effect
    cluster = .clustered(rate: tally.rate, trials: tally.trials, effect: effect, variance.freedom)
    pigeonhole = Interval(
      low: drawn.quantile(1 - Interval.upperShare) ?? tally.rate,
      high: drawn.quantile(Interval.upperShare) ?? tally.rate)
    let old = nested.rates(of: place)
    self.nested = Spread(
      mean: old.mean ?? tally.rate, standardDeviation: old.variance.squareRoot())
    let (first, second) = (mine.filter(\.isRealFirst), mine.filter { !$0.isRealFirst })
    rateRealFirst = first.map { $0.isFooled ? 1 : 0 }.mean
    rateRealSecond = second.map { $0.isFooled ? 1 : 0 }.mean
    detection = SignalDetection(
      hits: first.count(where: { !$0.isFooled }), fakeSecond: first.count,
      falseAlarms: second.count(where: \.isFooled), fakeFirst: second.count)
    betweenJudges = ClusterSpread(clusters: judgeClusters)
    betweenImages = ClusterSpread(clusters: imageClusters)
    reactions = Reactions(mine)
  }

  /// Trials and fooled ones of every judge or image.
  private static func clusters(
    _ answers: [MainAnswer], count: Int, by place: (MainAnswer) -> Int
  ) -> [(trials: Int, successes: Int)] {
    var clusters = [(trials: Int, successes: Int)](repeating: (0, 0), count: count)
    for answer in answers {
      clusters[place(answer)].trials += 1
      if answer.isFooled { clusters[place(answer)].successes += 1 }
    }
    return clusters
  }
}

extension ContrastVariance {
  /// The corrected variance of draws over that of independent trials, at least one half; 1 where
  /// all answers are equal.
  func designEffect(drawn: Double) -> Double {
    trials > 0 ? max(corrected(drawn) / trials, Self.floor) : 1
  }

  /// The same without draws: what infinitely many give.
  var designEffect: Double { trials > 0 ? value / trials : 1 }
}

extension Interval {
  /// Wilson's interval with trials/effect effective trials and Student's quantile; 0…1 without
  /// degrees of freedom.
  static func clustered(
    rate: Double, trials: Int, effect: Double, _ freedom: Double
  ) -> Interval {
    guard freedom > 0 else { return Interval(low: 0, high: 1) }
    return wilson(
      rate: rate, trials: Double(trials) / effect,
      quantile: StudentDistribution(freedom: freedom).quantile(upperShare))
  }
}
