import Foundation
import SeededChance

/// Reveals colours while a network is trained: a few patches at random, or none, or everything.
///
/// Zhang et al. 2017, §3.2, https://doi.org/10.1145/3072959.3073703, in the form of the published
/// training program (`add_color_patches_rand_gt`): the number of patches is geometric with p = 1/8,
/// their sides are uniform in 1…9, their places Gaussian around the picture's centre, and each shows
/// the mean true chrominance beneath it. Patches may overlap; later ones overwrite. As the paper
/// says (and the program does not), one picture in a hundred is revealed whole.
public struct HintSampler: Sendable, Hashable {
  /// The probability p of stopping before each patch: P(n) = p(1 − p)ⁿ, mean 1/p − 1; in 0…1, not 0.
  public let stopProbability: Double
  /// The share of the pictures not revealed whole that show nothing at all, besides those whose
  /// geometric number is 0; not in the paper. In 0…1.
  public let noneShare: Double
  /// The share of the other pictures whose number of patches is log-uniform in 1…`mostPatches`
  /// instead, P(n) ∝ log((n + 1)/n); not in the paper, whose numbers seldom pass 50. In 0…1.
  public let manyShare: Double
  /// The largest log-uniform number of patches, at least 1.
  public let mostPatches: Int
  /// The sides of patches in pixels, each equally likely; from 1.
  public let sizes: ClosedRange<Int>
  /// The share of patches whose sides are drawn from `otherSizes` instead; not in the paper. In 0…1.
  public let otherSizesShare: Double
  /// Sides in pixels, each equally likely; from 1.
  public let otherSizes: ClosedRange<Int>
  /// The standard deviation of a place, as a part of the places along an axis: 1/4 makes it a
  /// quarter of the picture's height or width, as in the paper. Not negative.
  public let deviation: Double
  /// The share of pictures whose places are uniform instead, as those of the random oracle; not in
  /// the paper, whose points seldom lie at the border. In 0…1.
  public let uniformShare: Double
  /// The share of pictures whose points lie where the colours revealed before are most wrong, nearly
  /// as those of the max-error oracle: each is the worst of ``candidates`` uniform places. Not in the
  /// paper. In 0…1.
  public let maxErrorShare: Double
  /// The share of pictures that are revealed whole, in 0…1.
  public let fullShare: Double

  /// The paper's sampler, unless told otherwise.
  public init(
    stopProbability: Double = 1 / 8, noneShare: Double = 0, manyShare: Double = 0,
    mostPatches: Int = 200, sizes: ClosedRange<Int> = 1...9, otherSizesShare: Double = 0,
    otherSizes: ClosedRange<Int> = 1...9, deviation: Double = 1 / 4, uniformShare: Double = 0,
    maxErrorShare: Double = 0, fullShare: Double = 0.01
  ) {
    precondition(stopProbability > 0 && stopProbability <= 1, "p is in 0…1, not 0")
    precondition(
      [noneShare, manyShare, otherSizesShare, uniformShare, maxErrorShare, fullShare].allSatisfy(
        (0...1).contains), "shares are in 0…1")
    precondition(
      mostPatches >= 1 && sizes.lowerBound >= 1 && otherSizes.lowerBound >= 1,
      "patches have pixels")
    precondition(deviation >= 0 && deviation.isFinite, "a deviation is not negative")
    self.stopProbability = stopProbability
    self.noneShare = noneShare
    self.manyShare = manyShare
    self.mostPatches = mostPatches
    self.sizes = sizes
    self.otherSizesShare = otherSizesShare
    self.otherSizes = otherSizes
    self.deviation = deviation
    self.uniformShare = uniformShare
    self.maxErrorShare = maxErrorShare
    self.fullShare = fullShare
  }

  /// Decides what is revealed of the next picture.
  ///
  /// - Parameters:
  ///   - height, width: of the picture, positive. Patches larger than it are cut to its shorter side.
  ///   - truth: true a*, then b*: 2×H×W, row-major. Needed where ``maxErrorShare`` is not 0.
  ///   - generator: the only source of chance.
  public func draw(
    height: Int, width: Int, truth: UnsafeBufferPointer<Float>? = nil,
    using generator: inout SplitMix64
  ) -> Reveal {
    precondition(height > 0 && width > 0, "a picture has at least one pixel")
    if generator.nextChance(fullShare) { return .everything }
    // Shares of 0 draw nothing, so that samplers without them are as they were before they had any.
    if noneShare > 0, generator.nextChance(noneShare) { return .patches([]) }
    let count =
      generator.nextChance(manyShare)
      ? logUniformCount(using: &generator) : geometricCount(using: &generator)
    if maxErrorShare > 0, generator.nextChance(maxErrorShare) {
      guard let truth else { preconditionFailure("errors need the truth") }
      var places = MaxErrorPlaces(truth: truth, height: height, width: width)
      return .patches(
        (0..<count).map { _ in
          let size = size(height, width, using: &generator)
          return places.reveal(size: size, using: &generator)
        })
    }
    let isUniform = uniformShare > 0 && generator.nextChance(uniformShare)
    return .patches(
      (0..<count).map { _ in
        let size = size(height, width, using: &generator)
        return Patch(
          top: place(size, along: height, isUniform: isUniform, using: &generator),
          left: place(size, along: width, isUniform: isUniform, using: &generator), size: size)
      })
  }

  /// The side of a patch.
  private func size(_ height: Int, _ width: Int, using generator: inout SplitMix64) -> Int {
    let isOther = otherSizesShare > 0 && generator.nextChance(otherSizesShare)
    return min(generator.next(in: isOther ? otherSizes : sizes), height, width)
  }

  private func geometricCount(using generator: inout SplitMix64) -> Int {
    var count = 0
    while !generator.nextChance(stopProbability) { count += 1 }
    return count
  }

  private func logUniformCount(using generator: inout SplitMix64) -> Int {
    min(Int(pow(Double(mostPatches + 1), generator.nextUnit())), mostPatches)
  }

  /// The first row or column of a patch: uniform, or Gaussian, cut at the border, then truncated.
  private func place(
    _ size: Int, along length: Int, isUniform: Bool, using generator: inout SplitMix64
  ) -> Int {
    if isUniform { return Int(generator.next(below: UInt64(length - size + 1))) }
    let places = Double(length - size + 1)
    let place = places / 2 + places * deviation * generator.nextNormal()
    return Int(min(max(place, 0), places - 1))
  }
}
