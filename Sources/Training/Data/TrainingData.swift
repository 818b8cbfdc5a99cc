import Crypto
import Foundation
import Imaging
import ParallelWork
import Prose
import SeededChance
import SimulatedUsers

/// The pictures to learn from, in given proportions: folders of photographs and embedded scenes,
/// decoded when used or kept decoded in a cache.
public final class TrainingData: Sendable {
  /// Where the pictures come from.
  public let sources: [TrainingSource]
  /// A SHA-256 of what there is to learn from, in hexadecimal: of each source its share and limits,
  /// and the names and sizes of its files. Times of files, their folder and caches do not count. Equal
  /// data gives equal samples for equal plans.
  public let identity: String

  /// What looks like a picture in one of the folders and cannot be used as one.
  public let leftOut: [SkippedPicture]

  private let stores: [any PictureStore]

  /// Draws in a row that may give only grey or damaged pictures.
  private static let tries = 100

  /// Lists folders, opens or makes caches, and paints scenes that have none, on all cores.
  ///
  /// - Parameter sources: at least one with a share above 0; those with share 0 are left out.
  /// - Throws: `TrainingDataError`.
  public init(_ sources: [TrainingSource]) throws(TrainingDataError) {
    self.sources = sources.filter { $0.share > 0 }
    guard !self.sources.isEmpty else { throw .noSources }
    var stores: [any PictureStore] = []
    var leftOut: [SkippedPicture] = []
    var hash = SHA256()
    for source in self.sources {
      let (store, fingerprint, unusable) = try Self.open(source)
      stores.append(store)
      leftOut += unusable
      hash.update(data: Data("\(source.share)|".utf8))
      hash.update(data: Array(fingerprint))
    }
    self.stores = stores
    self.leftOut = leftOut
    identity = hash.finalize().hexadecimal
  }

  /// Pictures of each source, damaged ones included.
  public var counts: [Int] { stores.map(\.count) }

  /// The pictures that have turned out not to be usable: without a cache only those met so far.
  public var skipped: [SkippedPicture] { stores.flatMap(\.skipped) }

  /// A colourful square of a random picture: of a source by its share, of its pictures each equally
  /// likely. Pictures that are damaged or grey are drawn again from the same source.
  ///
  /// - Throws: `TrainingDataError.onlyGray`.
  func draw(
    size: Int, _ augmentation: Augmentation, using generator: inout SplitMix64
  ) throws(TrainingDataError) -> RGBImage {
    let place = generator.nextUnit() * sources.reduce(0) { $0 + $1.share }
    var index = 0
    var passed = sources[0].share
    while index < sources.count - 1, place >= passed {
      index += 1
      passed += sources[index].share
    }
    let store = stores[index]
    var (gray, damaged) = (0, 0)
    for _ in 0..<Self.tries {
      let number = Int(generator.next(below: UInt64(store.count)))
      guard let picture = store.picture(at: number) else {
        damaged += 1
        continue
      }
      let square = augmentation.crop(picture, size: size, using: &generator)
      if augmentation.colorTest.accepts(square) { return square }
      gray += 1
    }
    throw .onlyGray(
      source: sources[index].name, tries: Self.tries, gray: gray, damaged: damaged)
  }

  /// Opens a source; gives its pictures, a hash of what they are, and what is left out of its folder.
  private static func open(
    _ source: TrainingSource
  ) throws(TrainingDataError) -> (any PictureStore, SHA256Digest, [SkippedPicture]) {
    switch source.origin {
    case .folder(let path, let shorterSide):
      let folder = try PhotographFolder(path, shorterSide: shorterSide)
      let identity = folder.fingerprint(withTimes: false)
      guard let cache = source.cache else {
        return (try FolderStore(folder), identity, folder.leftOut)
      }
      let store = try CachedStore(
        cache, key: Array(folder.fingerprint(withTimes: true)), count: folder.count,
        name: { folder.paths[$0] }, decode: { folder.decode($0) })
      guard store.skipped.count < store.count else { throw folder.allDamaged(store.skipped) }
      return (store, identity, folder.leftOut)
    case .scenes(let count, let side, let seed):
      let scenes = SceneSeries(count: count, side: side, seed: seed)
      let identity = scenes.fingerprint()
      guard let cache = source.cache else {
        return (MemoryStore(parallelMap(count) { scenes.paint($0) }), identity, [])
      }
      let store = try CachedStore(
        cache, key: Array(identity), count: count, name: { "scene \($0)" },
        decode: { .success(scenes.paint($0)) })
      return (store, identity, [])
    }
  }
}
