import Foundation
import SeededChance

/// Simulated judges taken together: how often methods fool them, and how they differ.
///
/// An attentive judge is fooled with the probability logistic(centre + skill + image ± bias), where
/// the centre belongs to the method, skill ~ N(0, ``judgeSD``²) to the judge and the image's effect
/// ~ N(0, ``imageSD``²) to the image and the method: a logistic model with crossed random effects,
/// as in Baayen, Davidson and Bates 2008, https://doi.org/10.1016/j.jml.2007.12.005. Centres are
/// solved for, so that the mean over judges, images and sides is the wished rate.
public struct JudgePopulation: Sendable, Equatable {
  /// Fooling rates of attentive judges by method, 0…1: means over judges, images and sides.
  public let rates: [String: Double]
  /// Standard deviation of the judges' effects, on the logit scale.
  public let judgeSD: Double
  /// Standard deviation of the images' effects, on the logit scale.
  public let imageSD: Double
  /// The share of an image's variance that all methods have in common, 0…1.
  public let imageAgreement: Double
  /// Liking for the answer "first", on the logit scale; 0 for none, negative for "second".
  public let bias: Double
  /// The share of trials, of every kind, that a judge answers without having looked, 0…1.
  public let lapse: Double
  /// The share of judges who never look, 0…1.
  public let careless: Double
  /// The share of trials without an answer, 0…1.
  public let unanswered: Double
  /// The centres of the methods, on the logit scale.
  let centers: [String: Double]

  /// Describes judges.
  ///
  /// Shares and rates are taken into 0…1, standard deviations to 0 or more.
  public init(
    rates: [String: Double], judgeSD: Double = 0.5, imageSD: Double = 0.5,
    imageAgreement: Double = 0.5, bias: Double = 0, lapse: Double = 0, careless: Double = 0,
    unanswered: Double = 0
  ) {
    func share(_ value: Double) -> Double { min(max(value, 0), 1) }
    self.rates = rates.mapValues(share)
    self.judgeSD = max(judgeSD, 0)
    self.imageSD = max(imageSD, 0)
    self.imageAgreement = share(imageAgreement)
    self.bias = bias
    self.lapse = share(lapse)
    self.careless = share(careless)
    self.unanswered = share(unanswered)
    let spread = (self.judgeSD * self.judgeSD + self.imageSD * self.imageSD).squareRoot()
    centers = self.rates.mapValues { Self.center(of: $0, spread: spread, bias: bias) }
  }

  /// The fooling rate that answers show, 0…1: lapses pull it towards one half. Nil for a method
  /// without a rate.
  public func measuredRate(of method: String) -> Double? {
    rates[method].map { rate in
      let asleep = careless + (1 - careless) * lapse
      return (1 - asleep) * rate + asleep / 2
    }
  }

  /// The probability that an attentive judge is fooled.
  ///
  /// - Parameters:
  ///   - center: of the method; nil for a method without a rate.
  ///   - skill: the judge's effect.
  ///   - image: the image's effect.
  ///   - isRealFirst: which picture is shown first.
  func foolingProbability(
    center: Double?, skill: Double, image: Double, isRealFirst: Bool
  ) -> Double {
    let liking = isRealFirst ? bias : -bias
    guard let center else { return logistic(liking) }
    return logistic(center + skill + image + liking)
  }

  /// The effect of an image: a part that all methods share, and a part of the method's own.
  func imageEffect(seed: UInt64, image: String, method: String) -> Double {
    guard imageSD > 0 else { return 0 }
    var common = SplitMix64(seed: seed, names: "image", image)
    var own = SplitMix64(seed: seed, names: "image", image, method)
    return imageSD
      * (imageAgreement.squareRoot() * common.nextNormal()
        + (1 - imageAgreement).squareRoot() * own.nextNormal())
  }

  /// The centre at which the mean probability is the rate, by bisection.
  private static func center(of rate: Double, spread: Double, bias: Double) -> Double {
    guard rate > 0 else { return -.infinity }
    guard rate < 1 else { return .infinity }
    var (low, high) = (-60.0, 60.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if mean(at: middle, spread: spread, bias: bias) < rate { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The mean of logistic(centre + spread·z ± bias) over z ~ N(0, 1) and both signs.
  ///
  /// The trapezoid rule at steps of 1/8 to ±8.5: for such integrands its error is far below 1e-12
  /// (Trefethen and Weideman 2014, https://doi.org/10.1137/130932132).
  private static func mean(at center: Double, spread: Double, bias: Double) -> Double {
    var (sum, weights) = (0.0, 0.0)
    for step in -68...68 {
      let z = Double(step) / 8
      let weight = exp(-z * z / 2)
      weights += weight
      let logit = center + spread * z
      sum += weight * (logistic(logit + bias) + logistic(logit - bias)) / 2
    }
    return sum / weights
  }
}

/// 1/(1 + e⁻ˣ).
func logistic(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }
