import Foundation

/// What a study shows, in plain words, with what should keep a reader from reading more into it.
struct Conclusion {
  /// What it shows.
  let findings: [String]
  /// What to keep in mind.
  let cautions: [String]

  init(_ study: JudgedStudy) {
    let fooled = study.simulated == study.records.count ? "simulated judges" : "people"
    findings =
      study.kept.methods.map { Self.finding($0, fooled) } + Self.findings(study.kept.pairs)
    cautions =
      [study.remarkOnSimulation, study.remarkOnNames].compactMap { $0 } + Self.aboutData(study)
      + Self.aboutPower(study.kept) + Self.aboutProcedure(study.kept.checks)
      + Self.aboutExclusions(study)
  }

  private static func finding(_ method: MethodEstimate, _ fooled: String) -> String {
    var text = String(
      format: "%@ fooled %@ in %@ of %d trials (95 %% over judges and images: %@).",
      method.method, fooled, percent(method.rate), method.trials, range(method.cluster))
    if method.cluster.contains(0.5) {
      text += " That cannot be told from 50 %, where real and fake look equally real."
    } else if method.cluster.low > 0.5 {
      text += " That is above 50 %: its pictures were taken for the real ones more often."
    }
    if let published = method.publishedRate {
      text +=
        " Its paper states \(percent(published)), "
        + (method.cluster.contains(published) ? "inside" : "outside") + " that interval."
    }
    return text
  }

  private static func finding(_ pair: PairEstimate) -> String {
    let points = String(format: "%.1f", abs(100 * pair.difference))
    let interval = String(
      format: "%.1f to %.1f", 100 * pair.interval.low, 100 * pair.interval.high)
    guard pair.isSignificant else {
      return "\(pair.methodA) and \(pair.methodB) cannot be told apart (difference \(interval) "
        + "points)."
    }
    let (more, less) =
      pair.difference > 0 ? (pair.methodA, pair.methodB) : (pair.methodB, pair.methodA)
    return "\(more) fooled more often than \(less), by \(points) points "
      + "(\(pair.methodA) less \(pair.methodB): \(interval); p "
      + "\(probability(pair.pHolm)) after Holm)."
  }

  /// A sentence for every two methods, or, where these are many, for every method that fooled more
  /// often than others.
  private static func findings(_ pairs: [PairEstimate]) -> [String] {
    guard pairs.count > singlePairs else { return pairs.map(finding) }
    let found = pairs.filter(\.isSignificant)
    let winners = found.map { $0.difference > 0 ? $0.methodA : $0.methodB }
    let sentences = winners.enumerated().filter { winners.firstIndex(of: $1) == $0 }.map {
      _, more in
      let less = zip(found, winners).filter { $1 == more }.map { pair, _ in
        String(
          format: "%@ (by %.1f points)", pair.difference > 0 ? pair.methodB : pair.methodA,
          abs(100 * pair.difference))
      }
      return "\(more) fooled more often than \(less.joined(separator: ", "))."
    }
    let rest = pairs.count - found.count
    return sentences
      + (rest == 0
        ? []
        : [
          "Of \(pairs.count) pairs of methods \(rest == 1 ? "one" : "\(rest)") cannot be told apart "
            + "after Holm's correction; all differences are in pairs.csv."
        ])
  }

  /// Pairs that are told one by one: those of four methods.
  private static let singlePairs = 6

  /// A p-value; none is nought.
  static func probability(_ p: Double) -> String {
    p < 0.00005 ? "< 0.0001" : String(format: "%.4f", p)
  }

  private static func aboutData(_ study: JudgedStudy) -> [String] {
    var cautions: [String] = []
    if study.kept.methods.isEmpty {
      cautions.append("The rule leaves out every judge: there is no result.")
    } else if study.kept.judges < 20 {
      cautions.append(
        (study.kept.judges == 1 ? "1 judge is few" : "\(study.kept.judges) judges are few")
          + ": intervals rest on how much these happen to differ.")
    }
    if !study.unjudged.isEmpty {
      cautions.append("Without a counted answer: \(study.unjudged.joined(separator: ", ")).")
    }
    let missing = study.kept.methods.reduce(0) { $0 + $1.missing }
    if missing > 0 {
      cautions.append(
        (missing == 1
          ? "1 main trial has no answer and counts nowhere"
          : "\(missing) main trials have no answer and count nowhere")
          + ". If hard ones were skipped, the "
          + "rates are off.")
    }
    return cautions
  }

  private static func aboutPower(_ analysis: StudyAnalysis) -> [String] {
    var cautions: [String] = []
    if let least = analysis.pairs.map(\.detectableDifference).max() {
      cautions.append(
        String(
          format: "A study like this finds differences of %.1f points in four of five cases, and "
            + "smaller ones less often: not found does not mean not there.", 100 * least))
    }
    if let most = analysis.methods.map(\.designEffect).max(), most > 1.2 {
      cautions.append(
        String(
          format:
            "Answers of one judge, and about one image, are alike (design effect up to %.1f): "
            + "intervals that take them for independent are up to %.1f times too narrow.", most,
          most.squareRoot()))
    }
    return cautions
  }

  private static func aboutProcedure(_ checks: StudyChecks) -> [String] {
    var cautions: [String] = []
    if let first = checks.firstAnswers, first.p < PairEstimate.significance {
      cautions.append(
        "Judges answered \"first\" in \(percent(first.value)) of trials (\(range(first.interval))), "
          + "not in half: d′ is freer of this than the rate.")
    }
    if let drift = checks.drift, drift.p < PairEstimate.significance {
      cautions.append(
        String(
          format:
            "The fooling rate changed by %+.2f points every ten trials (%.2f to %.2f): judges "
            + "learned or tired.", 1000 * drift.value, 1000 * drift.interval.low,
          1000 * drift.interval.high))
    }
    return cautions
  }

  private static func aboutExclusions(_ study: JudgedStudy) -> [String] {
    var cautions: [String] = []
    let excluded = study.records.count(where: \.isExcluded)
    let isChanged = zip(study.kept.pairs, study.all.pairs).contains {
      $0.isSignificant != $1.isSignificant
    }
    if excluded > 0, isChanged {
      cautions.append(
        "Which methods differ depends on the \(excluded == 1 ? "judge" : "\(excluded) judges") "
          + "left out.")
    }
    if study.records.allSatisfy({ $0.vigilance == 0 }) {
      cautions.append("There were no vigilance trials: who did not look is not known.")
    }
    if study.design == nil {
      cautions.append(
        "No design was given: that these are the answers to a frozen design is not checked, and "
          + "the rule for leaving judges out is the default one.")
    }
    return cautions
  }

  static func percent(_ share: Double) -> String { String(format: "%.2f %%", 100 * share) }

  static func range(_ interval: Interval) -> String {
    String(format: "%.2f to %.2f", 100 * interval.low, 100 * interval.high)
  }
}
