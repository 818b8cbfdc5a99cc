import Foundation
import PerceptualAnalysis
import PerceptualStudy
import Testing

/// A small uneven study against NumPy and SciPy, statistic by statistic; see make_reference.py.
@Suite struct StudyAnalysisTests {
  private static let draws = 20_000

  private static let judgements = Result {
    try AnswersFile.read(
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("answers.csv").path)
  }

  private static let analysis = Result {
    StudyAnalysis(try judgements.get(), seed: 3, draws: draws)
  }

  /// Two standard deviations from draws differ by less than this share of them: each of 20,000
  /// and 40,000 draws has an error of 0.5 and 0.35 %, and the ratio of rates adds terms of second
  /// order to what a formula says.
  private static let drawn = 0.03

  @Test func tallies() throws {
    let analysis = try Self.analysis.get()
    #expect(analysis.methods.map(\.method) == ["automatic", "full", "plain"])
    for (method, row) in zip(analysis.methods, Reference.tallies) {
      #expect(
        [method.trials, method.missing, method.fooled] == row.map { Int($0) }, "\(method.method)")
      #expect(method.rate == row[2] / row[0])
    }
    #expect(
      analysis.images.reduce(0) { $0 + $1.trials }
        == Int(Reference.tallies.map { $0[0] }.reduce(0, +)))
  }

  @Test func methodsAgreeWithSciPy() throws {
    for (place, method) in try Self.analysis.get().methods.enumerated() {
      let spread = Reference.spread[place]
      expectClose(
        [
          method.betweenJudges?.intraclassCorrelation, method.betweenJudges?.standardDeviation,
          method.betweenImages?.intraclassCorrelation, method.betweenImages?.standardDeviation,
        ], spread)
      expectClose(
        [
          method.detection.hitRate, method.detection.falseAlarmRate, method.detection.sensitivity,
          method.detection.criterion,
        ], Reference.detection[place])
      expectClose(
        [method.reactions.all, method.reactions.fooled, method.reactions.right],
        Reference.reactions[place])
    }
  }

  @Test func checksAgreeWithSciPy() throws {
    let checks = try Self.analysis.get().checks
    for (mean, row) in zip([checks.firstAnswers, checks.drift], Reference.checks) {
      let mean = try #require(mean)
      expectClose([mean.value, mean.interval.low, mean.interval.high, mean.p], row)
    }
    expectClose(
      [checks.betweenJudges?.intraclassCorrelation, checks.betweenJudges?.standardDeviation],
      Reference.allSpread[0])
  }

  /// What draws give, after correction, is what the formula gives without drawing.
  @Test func clusterIntervalsAgreeWithTheFormula() throws {
    for (method, row) in zip(try Self.analysis.get().methods, Reference.cluster) {
      let width = row[1] - row[0]
      #expect(abs(method.cluster.low - row[0]) < Self.drawn * width, "\(method.method)")
      #expect(abs(method.cluster.high - row[1]) < Self.drawn * width, "\(method.method)")
      #expect(abs(method.designEffect - row[2]) < 2 * Self.drawn * row[2], "\(method.method)")
    }
  }

  @Test func pairsAgreeWithTheFormula() throws {
    let pairs = try Self.analysis.get().pairs
    #expect(pairs.map(\.methodA) == ["automatic", "automatic", "full"])
    #expect(pairs.map(\.methodB) == ["full", "plain", "plain"])
    for (place, pair) in pairs.enumerated() {
      let row = Reference.pairs[place]
      #expect(abs(pair.difference - row[0]) < 1e-12)
      #expect(abs(pair.standardError - row[1]) < Self.drawn * row[1])
      #expect(abs(pair.interval.low - row[2]) < Self.drawn * (row[3] - row[2]))
      #expect(abs(pair.interval.high - row[3]) < Self.drawn * (row[3] - row[2]))
      #expect(abs(pair.p - row[4]) < 0.02)
      #expect(abs(pair.pHolm - Reference.pairsHolm[0][place]) < 0.04)
      // Nearly normal: P(A > B) = Φ(difference/error).
      let normal = NormalDistribution.cumulative(row[0] / row[1])
      #expect(abs(pair.probabilityAbove - normal) < 0.03)
    }
  }

  /// Parity with the tool that Zhang et al. 2017 used: its bootstrap, written anew in Python. The
  /// mean of 20,000 draws has an error of SD/√20000.
  @Test func nestedBootstrapIsTheOldTools() throws {
    let analysis = try Self.analysis.get()
    for (method, row) in zip(analysis.methods, Reference.nested) {
      let error = row[1] * (1 / Double(Self.draws) + 1 / 40_000).squareRoot()
      #expect(abs(method.nested.mean - row[0]) < 4 * error, "\(method.method)")
      #expect(abs(method.nested.standardDeviation - row[1]) < 4 * error, "\(method.method)")
    }
    for (pair, expected) in zip(analysis.pairs, Reference.nestedAbove[0]) {
      let error = (expected * (1 - expected) * (1 / Double(Self.draws) + 1 / 40_000)).squareRoot()
      #expect(abs(pair.nestedProbabilityAbove - expected) < 4 * error)
    }
  }

  @Test func pigeonholePercentilesAgreeWithPython() throws {
    for (method, row) in zip(try Self.analysis.get().methods, Reference.pigeonhole) {
      // A percentile at the tail of 20,000 draws has an error of about 2 % of the half width.
      let tolerance = 0.04 * (row[1] - row[0])
      #expect(abs(method.pigeonhole.low - row[0]) < tolerance)
      #expect(abs(method.pigeonhole.high - row[1]) < tolerance)
    }
  }

  @Test func orderOfRowsDoesNotMatter() throws {
    let judgements = try Self.judgements.get()
    let one = StudyAnalysis(judgements, seed: 1, draws: 300)
    let other = StudyAnalysis(judgements.reversed(), seed: 1, draws: 300)
    #expect(one.methods == other.methods && one.pairs == other.pairs && one.checks == other.checks)
    let seeded = StudyAnalysis(judgements, seed: 2, draws: 300)
    #expect(one.methods != seeded.methods)
    #expect(one.methods.map(\.rate) == seeded.methods.map(\.rate))
  }

  @Test func practiceAndVigilanceDoNotCount() throws {
    let judgements = try Self.judgements.get()
    let others = [TrialKind.practice, .vigilance].flatMap { kind in
      judgements.map { judgement in
        let trial = judgement.trial
        return Judgement(
          judge: judgement.judge,
          trial: Trial(
            position: trial.position + 100, kind: kind, image: trial.image, method: trial.method,
            realFirst: trial.realFirst), answer: .first, reactionMilliseconds: 1)
      }
    }
    let one = StudyAnalysis(judgements, draws: 100)
    let other = StudyAnalysis(judgements + others, draws: 100)
    #expect(one.methods == other.methods && one.pairs == other.pairs && one.checks == other.checks)
  }

  @Test func methodsKeepTheDesignsOrderAndRates() throws {
    let analysis = StudyAnalysis(
      try Self.judgements.get(),
      methods: [
        StudyMethod(name: "plain", publishedRate: 0.3), StudyMethod(name: "never"),
        StudyMethod(name: "full"),
      ], draws: 10)
    #expect(analysis.methods.map(\.method) == ["plain", "full", "automatic"])
    #expect(analysis.methods.map(\.publishedRate) == [0.3, nil, nil])
  }

  private func expectClose(_ values: [Double?], _ expected: [Double]) {
    for (value, expected) in zip(values, expected) {
      #expect(abs((value ?? .nan) - expected) < 1e-9)
    }
  }
}
