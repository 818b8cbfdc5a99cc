import Imaging

#if canImport(Glibc)
  import Glibc
#endif

/// Pictures in a decoded cache, which is made if it is missing, stale or damaged.
struct CachedStore: PictureStore {
  let skipped: [SkippedPicture]
  private let cache: PictureCache

  /// Opens or makes a cache.
  ///
  /// - Parameters:
  ///   - path: the cache's file.
  ///   - key: 32 bytes that change whenever a picture could.
  ///   - count: how many pictures there are.
  ///   - name: what to call a picture that cannot be used.
  ///   - decode: makes a picture.
  /// - Throws: `TrainingDataError.cacheFailed`.
  init(
    _ path: String, key: [UInt8], count: Int, name: (Int) -> String,
    decode: @Sendable (Int) -> Result<RGBImage, ImagingError>
  ) throws(TrainingDataError) {
    if let known = PictureCache(path, key: key, count: count) {
      cache = known
    } else {
      try PictureCacheWriter.write(path, key: key, count: count, decode: decode)
      guard let made = PictureCache(path, key: key, count: count) else {
        throw .cacheFailed(path: path, systemError: EIO)
      }
      cache = made
    }
    var skipped: [SkippedPicture] = []
    for (index, entry) in cache.entries.enumerated() where entry.height == 0 {
      let reason = cache.file.bytes[entry.offset..<(entry.offset + entry.byteCount)]
      skipped.append(
        SkippedPicture(path: name(index), reason: String(decoding: reason, as: UTF8.self)))
    }
    self.skipped = skipped
  }

  var count: Int { cache.entries.count }

  func picture(at index: Int) -> LoadedPicture? {
    let entry = cache.entries[index]
    guard entry.height > 0 else { return nil }
    return LoadedPicture(
      cache.file, offset: entry.offset, height: entry.height, width: entry.width)
  }
}
