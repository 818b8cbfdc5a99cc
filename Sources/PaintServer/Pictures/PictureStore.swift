import Colorization
import Dispatch
import Files
import Imaging
import Painting
import Synchronization

/// The decoded pictures in use lately, up to so many bytes; the one not used for longest goes first.
///
/// Pictures are decoded one at a time, away from the threads that serve requests.
final class PictureStore: Sendable {
  private struct Shelf {
    var pictures: [ExactName: OpenPicture] = [:]
    var order: [ExactName] = []
    var bytes = 0
  }

  private let shelf = Mutex(Shelf())
  private let queue = DispatchQueue(label: "hintbench.pictures", qos: .userInitiated)
  private let encoding = DispatchQueue(label: "hintbench.encoding", qos: .utility)
  private let capacity: Int
  private let onLeaving: @Sendable (OpenPicture) -> Void

  /// - Parameters:
  ///   - capacity: most bytes of all pictures; the newest one is kept whatever its size.
  ///   - onLeaving: told of every picture that goes.
  init(capacity: Int, onLeaving: @escaping @Sendable (OpenPicture) -> Void) {
    self.capacity = capacity
    self.onLeaving = onLeaving
  }

  /// A picture that is here, by the key it was kept under.
  func known(_ key: String) -> OpenPicture? {
    let key = ExactName(key)
    return shelf.withLock { shelf in
      guard let found = shelf.pictures[key] else { return nil }
      shelf.order.removeAll { $0 == key }
      shelf.order.append(key)
      return found
    }
  }

  /// A picture that a policy offers.
  func picture(of offer: OfferedPicture) async throws(PaintRefusal) -> OpenPicture {
    let key = "file " + offer.path
    if let found = known(key) { return found }
    return try await decoded(key: { _ in key }) { () throws(PaintingError) in
      guard let bytes = try? ImageFile.bytes(offer.path) else {
        throw .unusablePicture(name: offer.title, reason: "its file cannot be read")
      }
      return try OpenPicture(bytes, name: offer.title)
    }
  }

  /// Decodes a file's bytes; kept under their SHA-256.
  func decode(_ bytes: [UInt8], name: String) async throws(PaintRefusal) -> OpenPicture {
    try await decoded(key: \.sha256) { () throws(PaintingError) in
      try OpenPicture(bytes, name: name)
    }
  }

  /// Measures a picture's colours; it is not kept.
  func measure(_ bytes: [UInt8], name: String) async throws(PaintRefusal) -> GlobalWish {
    let result = await work {
      Result { () throws(PaintingError) in
        let hints = GlobalHints.measured(from: try OpenPicture(bytes, name: name).original)
        return GlobalWish(histogram: hints.histogram, saturation: hints.saturation)
      }
    }
    do { return try result.get() } catch { throw .unusable(error.message) }
  }

  /// Encodes a result as PNG, away from those who wait for pictures to be decoded.
  func encode(_ image: RGBImage) async -> [UInt8] {
    await withCheckedContinuation { continuation in
      encoding.async { continuation.resume(returning: PNGFile.encode(image)) }
    }
  }

  /// Does something slow with a picture.
  func work<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: body()) }
    }
  }

  private func decoded(
    key: @escaping @Sendable (OpenPicture) -> String,
    _ decode: @escaping @Sendable () throws(PaintingError) -> OpenPicture
  ) async throws(PaintRefusal) -> OpenPicture {
    let result = await work { Result { () throws(PaintingError) in try decode() } }
    do {
      let picture = try result.get()
      keep(picture, under: key(picture))
      return picture
    } catch {
      throw .unusable(error.message)
    }
  }

  private func keep(_ picture: OpenPicture, under key: String) {
    let key = ExactName(key)
    let leaving = shelf.withLock { shelf in
      if shelf.pictures.updateValue(picture, forKey: key) == nil {
        shelf.bytes += picture.memory
      }
      shelf.order.removeAll { $0 == key }
      shelf.order.append(key)
      var leaving: [OpenPicture] = []
      while shelf.bytes > capacity, shelf.order.count > 1 {
        guard let gone = shelf.pictures.removeValue(forKey: shelf.order.removeFirst()) else {
          continue
        }
        shelf.bytes -= gone.memory
        leaving.append(gone)
      }
      return leaving
    }
    leaving.forEach(onLeaving)
  }
}

extension OpenPicture {
  /// Bytes that it takes while it is open.
  fileprivate var memory: Int {
    original.pixels.count + lightness.values.count * MemoryLayout<Double>.stride
  }
}
