/// Pictures of one origin, and how often the training sees them.
public struct TrainingSource: Sendable, Hashable {
  /// Where pictures come from.
  public enum Origin: Sendable, Hashable {
    /// The PNG and JPEG files directly in a folder. Pictures whose shorter side is longer than
    /// `shorterSide` pixels are scaled down to it when they are decoded; nil leaves them as they are.
    case folder(String, shorterSide: Int?)
    /// The first `count` of the embedded scenes of a seed, painted `side`×`side` pixels large.
    case scenes(count: Int, side: Int, seed: UInt64)
  }

  /// Where the pictures come from.
  public let origin: Origin
  /// How often this source is chosen, relative to the other sources' shares; from 0.
  public let share: Double
  /// The file that keeps the decoded pictures from run to run; nil keeps nothing: photographs are
  /// then decoded whenever they are used, and scenes painted when the training starts.
  public let cache: String?

  /// Names a source.
  ///
  /// Sides and numbers of pictures are at least 1, a scene's side at least 16.
  public init(_ origin: Origin, share: Double = 1, cache: String? = nil) {
    precondition(share >= 0 && share.isFinite, "a share is not negative")
    switch origin {
    case .folder(_, let shorterSide):
      precondition((shorterSide ?? 1) >= 1, "a picture has at least one pixel")
    case .scenes(let count, let side, _):
      precondition(count >= 1 && side >= 16, "a scene is at least 16×16, and there is one")
    }
    self.origin = origin
    self.share = share
    self.cache = cache
  }

  /// What to call the source in messages: the folder, or the scenes.
  public var name: String {
    switch origin {
    case .folder(let path, _): path
    case .scenes: "the embedded scenes"
    }
  }
}
