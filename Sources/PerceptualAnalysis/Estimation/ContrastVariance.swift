/// The variance of a fooling rate, or of a difference of two, when judges and images both are drawn
/// from many.
///
/// With residuals e = fooled − rate of the method, weighted by the contrast over the method's number
/// of answers, V = Vⱼ + Vᵢ − Vₜ: the variance from sums of residuals over judges, that over images,
/// and, since both have counted every trial's own noise, less that of the trials. Each is corrected
/// by G/(G − 1) for its G clusters. Cameron, Gelbach and Miller 2011, "Robust inference with multiway
/// clustering", https://doi.org/10.1198/jbes.2010.07136; for means over two factors, Owen 2007, "The
/// pigeonhole bootstrap", https://doi.org/10.1214/07-AOAS122.
struct ContrastVariance: Sendable {
  /// Vⱼ, from sums over judges.
  let judges: Double
  /// Vᵢ, from sums over images.
  let images: Double
  /// Vₜ, of the trials as if independent.
  let trials: Double
  /// Degrees of freedom: the smaller number of clusters, less one; 0 where nothing can be told.
  let freedom: Double
  /// The variance that draws of the pigeonhole bootstrap have, up to terms of second order.
  let drawn: Double

  /// What the corrected variance cannot fall below, as a share of Vₜ: with few clusters Vⱼ + Vᵢ − Vₜ
  /// may by chance come near 0, or below.
  static let floor = 0.5

  /// The variance: Vⱼ + Vᵢ − Vₜ, at least half of Vₜ.
  var value: Double { max(judges + images - trials, Self.floor * trials) }

  /// The variance that draws show, freed of what they count more than once.
  ///
  /// A draw of the pigeonhole bootstrap has variance Vⱼ + Vᵢ + Vₜ where Vⱼ + Vᵢ − Vₜ is right: it is
  /// always too wide (Owen 2007, theorem 3). The ratio of the two is known without drawing.
  func corrected(_ variance: Double) -> Double { variance * correction }

  /// The right variance over that of draws.
  var correction: Double { drawn > 0 ? value / drawn : 0 }

  /// The variance of Σ weightₘ·rateₘ.
  ///
  /// - Parameters:
  ///   - weights: by the place of the method.
  ///   - answers: all answers of the study.
  ///   - tallies: of the same answers.
  init(weights: [Int: Double], answers: MainAnswers, tallies: [MethodTally]) {
    let judgeTotal = answers.judges.count
    let imageTotal = answers.images.count
    var judgeSums = [Double](repeating: 0, count: judgeTotal)
    var imageSums = [Double](repeating: 0, count: imageTotal)
    var judged = [Bool](repeating: false, count: judgeTotal)
    var shown = [Bool](repeating: false, count: imageTotal)
    var (squares, corrected) = (0.0, 0.0)
    let factors = tallies.enumerated().map { method, tally in
      (weights[method] ?? 0) / Double(max(tally.trials, 1))
    }
    for answer in answers.answers where factors[answer.method] != 0 {
      let rate = tallies[answer.method].rate
      let residual = factors[answer.method] * ((answer.isFooled ? 1 : 0) - rate)
      judgeSums[answer.judge] += residual
      imageSums[answer.image] += residual
      judged[answer.judge] = true
      shown[answer.image] = true
    }
    for (method, factor) in factors.enumerated() where factor != 0 {
      let (count, rate) = (Double(tallies[method].trials), tallies[method].rate)
      let sum = factor * factor * count * rate * (1 - rate)
      squares += sum
      corrected += count > 1 ? sum * count / (count - 1) : sum
    }
    let judgeSquares = judgeSums.reduce(0) { $0 + $1 * $1 }
    let imageSquares = imageSums.reduce(0) { $0 + $1 * $1 }
    let judgeCount = Double(judged.count(where: { $0 }))
    let imageCount = Double(shown.count(where: { $0 }))
    freedom = max(min(judgeCount, imageCount) - 1, 0)
    judges = judgeCount > 1 ? judgeSquares * judgeCount / (judgeCount - 1) : 0
    images = imageCount > 1 ? imageSquares * imageCount / (imageCount - 1) : 0
    trials = corrected
    let interaction =
      squares - judgeSquares / Double(max(imageTotal, 1))
      - imageSquares / Double(max(judgeTotal, 1))
    drawn = judgeSquares + imageSquares + max(interaction, 0)
  }
}
