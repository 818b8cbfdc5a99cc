import SeededChance

extension TrainingConfiguration {
  /// The pictures to learn from, mixed by their shares.
  public struct Data: Sendable, Equatable {
    /// Folders of photographs.
    public var photographs: [Photographs]
    /// Embedded scenes; nil for none.
    public var scenes: Scenes?

    /// A folder of photographs.
    public struct Photographs: Sendable, Equatable {
      /// The folder.
      public var folder: String
      /// How many samples are drawn from it, relative to the other shares.
      public var share: Double
      /// A file that keeps the decoded pictures from run to run; nil for none.
      public var cache: String?
      /// Pictures whose shorter side is longer are scaled down to it; nil for none.
      public var shorterSide: Int?

      /// Names a folder.
      public init(
        folder: String, share: Double = 1, cache: String? = nil, shorterSide: Int? = nil
      ) {
        self.folder = folder
        self.share = share
        self.cache = cache
        self.shorterSide = shorterSide
      }
    }

    /// Embedded scenes.
    public struct Scenes: Sendable, Equatable {
      /// How many samples are drawn from them, relative to the other shares.
      public var share: Double
      /// How many different scenes there are.
      public var count: Int
      /// Side at which they are drawn, in pixels, before they are cropped.
      public var size: Int
      /// A file that keeps the drawn scenes from run to run; nil for none.
      public var cache: String?

      /// Describes scenes.
      public init(share: Double = 1, count: Int = 1000, size: Int = 256, cache: String? = nil) {
        self.share = share
        self.count = count
        self.size = size
        self.cache = cache
      }
    }
  }
}

extension TrainingConfiguration {
  /// The sources of pictures, as the data's part takes them.
  var sources: [TrainingSource] {
    let folders = data.photographs.map {
      TrainingSource(
        .folder($0.folder, shorterSide: $0.shorterSide), share: $0.share, cache: $0.cache)
    }
    guard let scenes = data.scenes else { return folders }
    let series = seed(for: "scenes to learn from")
    return folders + [
      TrainingSource(
        .scenes(count: scenes.count, side: scenes.size, seed: series), share: scenes.share,
        cache: scenes.cache)
    ]
  }

  /// A seed for one purpose: other purposes, and the series of studies, have others.
  func seed(for purpose: String) -> UInt64 {
    SplitMix64.seed(hashing: "hintbench training|\(seed)|\(purpose)")
  }

  /// The batches of a phase.
  ///
  /// - Parameters:
  ///   - phase: the index of the phase.
  ///   - firstSample: the number of the first sample in the run.
  ///   - network: what they are shown to.
  func plan(phase: Int, firstSample: Int, for network: any TrainedNetwork) -> BatchPlan {
    BatchPlan(
      count: phases[phase].batch, size: phases[phase].size, firstSample: firstSample, seed: seed,
      kinds: network.kinds, bins: network.bins, augmentation: augmentation, hints: hints,
      histogramShare: globals.histogram, saturationShare: globals.saturation)
  }
}
