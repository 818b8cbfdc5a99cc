import AffinityHints
import Colorization
import HintNetwork

extension TrainingConfiguration {
  /// The network and where it starts.
  public struct Network: Sendable, Equatable {
    /// What is trained.
    public var family: Family
    /// The weights that it begins with.
    public var start: Start

    /// Names a network and where it starts.
    public init(_ family: Family, start: Start) {
      (self.family, self.start) = (family, start)
    }

    /// The networks that can be trained.
    public enum Family: Sendable, Equatable {
      /// Those of Zhang et al. 2017.
      case hint(Hint)
      /// ``AffinityNetwork``.
      case affinity(Affinity)
    }

    /// One of the paper's networks.
    public struct Hint: Sendable, Equatable {
      /// Points or statistics, channels, palette head.
      public var architecture: HintNetworkArchitecture
      /// The longer side, in pixels, to which the learned network reduces pictures before it works;
      /// nil where it takes them at their size. Training does not depend on it, judging does.
      public var pictureSide: Int?
      /// How colours are to be suggested of what the palette head has learned; nil for what the
      /// weights to start from say, or the published recipe. Training does not depend on it.
      public var suggestions: SuggestionRecipe?

      /// Describes a network.
      public init(
        _ architecture: HintNetworkArchitecture, pictureSide: Int? = nil,
        suggestions: SuggestionRecipe? = nil
      ) {
        self.architecture = architecture
        self.pictureSide = pictureSide
        self.suggestions = suggestions
      }
    }

    /// The affinity network.
    public struct Affinity: Sendable, Equatable {
      /// Whether it is told histograms and saturations, too.
      public var isGlobal = false
      /// How many of the encoder's last blocks learn with the decoder, 0…5.
      public var learnedBlocks = 0
      /// What the rate is multiplied by in these blocks.
      public var encoderRate = 0.15

      /// Points alone, and an encoder that stays as it is.
      public init() {}
    }

    /// Where a training begins.
    public enum Start: Sendable, Equatable {
      /// Weights drawn from the seed.
      case scratch
      /// The weights that come with the program.
      case bundled
      /// A weights file.
      case file(String)
    }

    /// The network in words.
    public var summary: String {
      switch family {
      case .hint(let hint): hint.architecture.summary
      case .affinity: AffinityNetwork.summary
      }
    }

    /// Both sides of samples must be multiples of it, in pixels.
    var step: Int {
      switch family {
      case .hint: HintNetworkArchitecture.step
      case .affinity: AffinityNetwork.step
      }
    }

    /// Whether points are among what it is told.
    var takesPoints: Bool {
      switch family {
      case .hint(let hint): hint.architecture.variant == .local
      case .affinity: true
      }
    }

    /// Whether histograms and saturations are.
    var takesStatistics: Bool {
      switch family {
      case .hint(let hint): hint.architecture.variant == .global
      case .affinity(let affinity): affinity.isGlobal
      }
    }
  }
}
