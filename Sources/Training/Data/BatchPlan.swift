import Colorization
import SimulatedUsers

/// Which samples a training sees, and what is revealed of them.
///
/// A sample is a function of the data, this plan and its number alone.
public struct BatchPlan: Sendable, Hashable {
  /// Samples a batch, at least 1.
  public let count: Int
  /// Side of a sample in pixels, a positive multiple of 8.
  public let size: Int
  /// The number of the first sample: the position in the data.
  public let firstSample: Int
  /// Chooses pictures, crops and hints; the same for all phases of a training.
  public let seed: UInt64
  /// What the network takes.
  public let kinds: HintKinds
  /// The bins of its distribution branch; nil if it has none.
  public let bins: ABBinSet?
  /// How samples are cut from pictures.
  public let augmentation: Augmentation
  /// What is revealed to a network that takes points.
  public let hints: HintSampler
  /// The share of samples whose histogram is revealed to a network that takes statistics, in 0…1.
  public let histogramShare: Double
  /// The share of samples whose mean saturation is revealed to it, in 0…1; independent of the other.
  public let saturationShare: Double

  /// Sides of samples are multiples of it, in pixels.
  public static let step = 8

  /// Collects choices. The published program does not tell its shares for global hints.
  public init(
    count: Int, size: Int, firstSample: Int = 0, seed: UInt64,
    kinds: HintKinds, bins: ABBinSet?,
    augmentation: Augmentation = Augmentation(), hints: HintSampler = HintSampler(),
    histogramShare: Double = 0.5, saturationShare: Double = 0.5
  ) {
    precondition(count >= 1 && firstSample >= 0, "a batch has samples, numbered from 0")
    precondition(size > 0 && size % Self.step == 0, "a side is a multiple of 8")
    precondition(
      (0...1).contains(histogramShare) && (0...1).contains(saturationShare), "shares are in 0…1")
    self.count = count
    self.size = size
    self.firstSample = firstSample
    self.seed = seed
    self.kinds = kinds
    self.bins = bins
    self.augmentation = augmentation
    self.hints = hints
    self.histogramShare = histogramShare
    self.saturationShare = saturationShare
  }
}
