import Crypto
import Foundation
import Imaging
import ParallelWork
import Scenes

/// The first embedded scenes of a seed, as something to paint.
struct SceneSeries: Sendable {
  let count: Int
  let side: Int
  let seed: UInt64

  /// Paints one.
  func paint(_ index: Int) -> RGBImage {
    Scene(index: index, seed: seed).render(height: side, width: side)
  }

  /// A hash of what the series looks like: small paintings of one scene of each kind tell a version
  /// that paints otherwise.
  func fingerprint() -> SHA256Digest {
    var hash = SHA256()
    hash.update(data: Data("scenes 1|\(count)|\(side)|\(seed)".utf8))
    let samples = parallelMap(SceneKind.allCases.count) { index in
      Scene(index: index, seed: seed).render(height: 16, width: 16).pixels
    }
    for pixels in samples { hash.update(data: pixels) }
    return hash.finalize()
  }
}
