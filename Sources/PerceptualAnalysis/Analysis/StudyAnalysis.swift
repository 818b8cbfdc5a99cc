import Files
import ParallelWork
import PerceptualStudy

/// The statistics of a study's answers.
public struct StudyAnalysis: Sendable {
  /// What is told of each method with an answer, in the order of the tables.
  public let methods: [MethodEstimate]
  /// Every two methods, in the same order.
  public let pairs: [PairEstimate]
  /// What is told of judges and procedure.
  public let checks: StudyChecks
  /// Every image with every method.
  public let images: [ImageTally]
  /// Judges with an answered main trial.
  public let judges: Int

  /// Draws of each bootstrap, as in the old tool.
  public static let draws = 10_000

  /// Analyses main trials; practice and vigilance count towards nothing here.
  ///
  /// The same judgements and seed give the same numbers, whatever their order and the threads.
  ///
  /// - Parameters:
  ///   - judgements: the study's.
  ///   - methods: names and published rates, in the order of the tables; others follow by name.
  ///   - seed: of the bootstrap draws.
  ///   - draws: of each bootstrap, at least 2.
  public init(
    _ judgements: [Judgement], methods: [StudyMethod] = [], seed: UInt64 = 0, draws: Int = draws
  ) {
    precondition(draws > 1, "a bootstrap has draws")
    let answers = MainAnswers(judgements, methods: methods.map(\.name))
    let tallies = MethodTally.tallies(answers)
    let published = Dictionary(
      methods.map { (ExactName($0.name), $0.publishedRate) },
      uniquingKeysWith: { first, _ in first })
    let isEmpty = answers.answers.isEmpty
    let pigeonhole = PigeonholeBootstrap(answers).draws(isEmpty ? 0 : draws, seed: seed)
    let nested = NestedBootstrap(answers).draws(isEmpty ? 0 : draws, seed: seed)
    let places = answers.methods.indices
    self.methods = parallelMap(places.count) { place in
      MethodEstimate(
        at: place, of: answers, tallies: tallies, draws: pigeonhole, nested: nested,
        publishedRate: published[ExactName(answers.methods[place])] ?? nil)
    }
    let couples = places.flatMap { one in places.dropFirst(one + 1).map { (one, $0) } }
    var pairs = parallelMap(couples.count) { index in
      let (one, other) = couples[index]
      return PairEstimate(
        one, other, of: answers, tallies: tallies, draws: pigeonhole, nested: nested)
    }
    for (index, p) in Holm.adjusted(pairs.map(\.p)).enumerated() { pairs[index].pHolm = p }
    self.pairs = pairs
    checks = StudyChecks(answers, tallies: tallies)
    images = ImageTally.tallies(answers)
    judges = answers.judges.count
  }
}
