import Imaging

/// A picture that paints itself: the same for the same kind and seed, at whatever size.
public struct Scene: Sendable {
  /// What the picture shows.
  public let kind: SceneKind
  /// What tells it from others of its kind.
  public let seed: UInt64
  /// A name for files and tables, such as `003-forest`.
  public let name: String

  /// The scene of a kind and a seed.
  public init(kind: SceneKind, seed: UInt64) {
    self.init(kind: kind, seed: seed, name: "\(kind.rawValue)-\(seed)")
  }

  /// The scene at a place in the endless series that a seed begins, all kinds in rotation.
  public init(index: Int, seed: UInt64) {
    precondition(index >= 0, "a series of scenes counts from 0")
    let kinds = SceneKind.allCases
    let kind = kinds[index % kinds.count]
    var random = Random(seed: seed, index: index)
    let digits = String(index)
    let padding = String(repeating: "0", count: max(0, 3 - digits.count))
    self.init(kind: kind, seed: random.next(), name: "\(padding)\(digits)-\(kind.rawValue)")
  }

  private init(kind: SceneKind, seed: UInt64, name: String) {
    self.kind = kind
    self.seed = seed
    self.name = name
  }

  /// Paints the picture, at least 16 pixels high and wide.
  ///
  /// A square shows the scene as composed; a wider picture shows more at both sides, a narrower
  /// one less.
  public func render(height: Int, width: Int) -> RGBImage {
    precondition(height >= 16 && width >= 16, "a scene is at least 16×16")
    // Small pictures are painted large enough to have room for small things.
    let oversampling = height < 768 ? max(2, (128 + height - 1) / height) : 1
    var canvas = Canvas(height: height * oversampling, width: width * oversampling)
    let kindKey = kind.rawValue.utf8.reduce(0) { $0 &* 31 &+ Int($1) }
    var random = Random(seed: seed, index: kindKey)
    let finish = Finish(&random)
    kind.painting.paint(on: &canvas, random: &random)
    return finish.develop(canvas, oversampling: oversampling)
  }
}
