import Foundation
import PerceptualStudy
import SeededChance

/// A judge who exists only in a simulation.
///
/// The answer to a trial depends on the seed, the judge's name, the trial and the population, never
/// on what was asked before. Reaction times are log-normal, as people's nearly are: Ulrich and
/// Miller 1993, https://doi.org/10.1006/jmps.1993.1032.
public struct SimulatedJudge: Sendable {
  /// The judge's name, as in ``PerceptualStudy/Judgement/judge``.
  public let judge: String
  /// The judge's effect on the logit of being fooled: below 0 for a good eye.
  public let skill: Double
  /// Whether the judge never looks.
  public let isCareless: Bool
  /// The judge's median reaction time in milliseconds, when attentive.
  public let medianReaction: Double

  private let seed: UInt64
  /// Of the trials, whose positions are mixed in.
  private let trialSeed: UInt64
  private let population: JudgePopulation

  /// Median reaction time over judges, in milliseconds.
  private static let reaction = 650.0
  /// Median reaction time without having looked, in milliseconds.
  private static let lapsedReaction = 220.0
  /// Standard deviations of a reaction time's logarithm: between judges, and between trials.
  private static let reactionSpread = (judges: 0.25, trials: 0.4)

  /// A judge of a population.
  ///
  /// - Parameters:
  ///   - seed: the study's; images have the same effects for all judges of a seed.
  ///   - judge: the name, which is part of the seed.
  ///   - population: whom the judge is one of.
  public init(seed: UInt64, judge: String, population: JudgePopulation) {
    (self.seed, self.judge, self.population) = (seed, judge, population)
    var chance = SplitMix64(seed: seed, names: "judge", judge)
    skill = population.judgeSD * chance.nextNormal()
    medianReaction = Self.reaction * exp(Self.reactionSpread.judges * chance.nextNormal())
    isCareless = chance.nextChance(population.careless)
    var trials = SplitMix64(seed: seed, names: "trials", judge)
    trialSeed = trials.next()
  }

  /// Judges a trial.
  ///
  /// An attentive judge never misses a vigilance trial. A method without a rate in the population is
  /// taken for a perfect one: both pictures are named equally often, but for the bias.
  ///
  /// - Returns: the picture named as the fake, nil where there is no answer; and the time from the
  ///   end of the second picture to the answer, in milliseconds.
  public func answer(to trial: Trial) -> (answer: NamedFake?, reactionMilliseconds: Double) {
    var chance = chance(at: trial.position)
    let (isFooled, isLapse) = verdict(by: &chance, probability: foolingProbability(of: trial))
    let median = isLapse ? Self.lapsedReaction : medianReaction
    let reaction = median * exp(Self.reactionSpread.trials * chance.nextNormal())
    guard let isFooled else { return (nil, reaction) }
    let real: NamedFake = trial.realFirst ? .first : .second
    return (isFooled ? real : trial.fake, reaction)
  }

  /// The probability that this judge, when attentive, names the real picture as the fake.
  public func foolingProbability(of trial: Trial) -> Double {
    guard trial.kind != .vigilance else { return 0 }
    return population.foolingProbability(
      center: population.centers[trial.method], skill: skill,
      image: population.imageEffect(seed: seed, image: trial.image, method: trial.method),
      isRealFirst: trial.realFirst)
  }

  /// Whether the judge is fooled at a position by a trial of a probability: the same as
  /// ``answer(to:)`` tells, without what only that needs. Nil where there is no answer.
  func isFooled(at position: Int, probability: Double) -> Bool? {
    var chance = chance(at: position)
    return verdict(by: &chance, probability: probability).isFooled
  }

  private func chance(at position: Int) -> SplitMix64 {
    SplitMix64(seed: SplitMix64.scrambled(trialSeed ^ UInt64(bitPattern: Int64(position))))
  }

  private func verdict(
    by chance: inout SplitMix64, probability: Double
  ) -> (isFooled: Bool?, isLapse: Bool) {
    let isLapse = chance.nextChance(population.lapse) || isCareless
    let isUnanswered = chance.nextChance(population.unanswered)
    let isFooled = chance.nextChance(isLapse ? 0.5 : probability)
    return (isUnanswered ? nil : isFooled, isLapse)
  }
}
