/// How many pictures of which size.
struct Size: Sendable, CustomStringConvertible {
  let batch: Int
  let height: Int
  let width: Int

  init(_ batch: Int, _ height: Int, _ width: Int) {
    (self.batch, self.height, self.width) = (batch, height, width)
  }

  var description: String { "\(batch)×\(height)×\(width)" }

  /// Odd sides, two pictures at once, and sides that nothing divides.
  static let some = [Size(1, 13, 9), Size(2, 8, 8), Size(1, 25, 41)]
  /// Few pixels, for networks of several layers.
  static let small = [Size(1, 13, 9), Size(2, 6, 8)]
}

extension TwinGraph {
  init(_ size: Size, seed: UInt64 = 1, revisions: [String: UInt64] = [:]) {
    self.init(
      batch: size.batch, height: size.height, width: size.width, seed: seed, revisions: revisions)
  }
}
