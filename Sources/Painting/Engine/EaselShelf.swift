import Colorization
import Experiments

/// The easels in use lately; the one not used for longest goes when there are too many, so that memory
/// is bounded however many people paint.
///
/// For one thread at a time.
final class EaselShelf {
  private struct Key: Hashable {
    let picture: String
    let method: String
  }

  private let kit: MethodKit
  private let capacity: Int
  private var easels: [Key: Easel] = [:]
  private var lastUse: [Key: ContinuousClock.Instant] = [:]
  private var order: [Key] = []

  init(kit: MethodKit, capacity: Int) {
    self.kit = kit
    self.capacity = max(capacity, 1)
  }

  /// The easel of a picture under a method, set up where it is not there.
  ///
  /// - Throws: ``PaintingError/methodFailed(_:exitCode:)`` for a method that is not at hand.
  func easel(_ picture: OpenPicture, method: String) throws(PaintingError) -> Easel {
    let key = Key(picture: picture.sha256, method: method)
    order.removeAll { $0 == key }
    if let known = easels[key] {
      lastUse[key] = .now
      order.append(key)
      return known
    }
    let colorizer: any Colorizer
    do {
      colorizer = try kit.colorizer(named: method)
    } catch {
      throw .methodFailed(describe(error), exitCode: exitCode(for: error) ?? 70)
    }
    while order.count >= capacity { drop(order[0]) }
    let made = try Easel(picture, method: colorizer)
    easels[key] = made
    lastUse[key] = .now
    order.append(key)
    return made
  }

  /// Forgets all easels of a picture.
  func clear(_ picture: OpenPicture) {
    for key in order where key.picture == picture.sha256 { drop(key) }
  }

  /// Forgets the easels that nobody has used since a time.
  func clear(unusedSince time: ContinuousClock.Instant) {
    for key in order where lastUse[key] ?? time <= time { drop(key) }
  }

  private func drop(_ key: Key) {
    easels[key] = nil
    lastUse[key] = nil
    order.removeAll { $0 == key }
  }
}
