/// Which of the paper's networks a weights file holds, and how large it is.
///
/// Zhang et al. 2017, §3.2–3.4, https://doi.org/10.1145/3072959.3073703.
public struct HintNetworkArchitecture: Sendable, Hashable {
  /// The two ways a user may guide the colorization.
  public enum Variant: String, Sendable, Hashable {
    /// Points of colour: four input channels L, a, b, mask (§3.2).
    case local
    /// Statistics of the whole picture: L, and 316 numbers merged into conv4 (§3.3).
    case global
  }

  /// The branch that predicts a distribution over colours at quarter resolution (§3.4).
  public enum PaletteHead: String, Sendable, Hashable {
    /// 1×1 on conv8 to the 529 bins of the full grid, as in the authors' PyTorch port.
    case bins529
    /// Six maps of 6·width channels, summed, to the 313 bins in gamut, as in the paper.
    case hypercolumn
  }

  /// Points or statistics.
  public let variant: Variant
  /// Channels of the first block; the paper's is 64.
  public let width: Int
  /// The distribution branch; nil for a file without one.
  public let head: PaletteHead?

  /// Names a network.
  public init(variant: Variant, width: Int = 64, head: PaletteHead?) {
    precondition(width > 0, "a network has channels")
    self.variant = variant
    self.width = width
    self.head = head
  }

  /// Both sides of a picture must be multiples of this: three subsamplings by two.
  public static let step = 8

  /// a and b are divided by this at the input; tanh is multiplied by it at the output.
  public static let chrominanceRange: Float = 110

  /// In words: `Local Hints, width 64, 529-bin palette head`.
  public var summary: String {
    let name = variant == .local ? "Local Hints" : "Global Hints"
    let branch =
      switch head {
      case .bins529: "529-bin palette head"
      case .hypercolumn: "313-bin hypercolumn palette head"
      case nil: "no palette head"
      }
    return "\(name), width \(width), \(branch)"
  }
}
