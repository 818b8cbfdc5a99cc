import Imaging
import ParallelWork

#if canImport(Glibc)
  import Glibc
#endif

/// Writes a picture cache under a temporary name beside it, and renames it when it is whole.
///
/// Nothing waits for the disk: a file that a crash of the machine leaves incomplete fails its
/// checksums and is made again.
final class PictureCacheWriter {
  private let path: String
  private let temporary: String
  private let file: Int32
  private var end: Int
  private var entries: [PictureCache.Entry] = []

  /// Pictures that are decoded before they are written.
  private static let chunk = 64

  /// Makes the cache of `count` pictures, decoded on all cores.
  ///
  /// - Throws: `TrainingDataError.cacheFailed`.
  static func write(
    _ path: String, key: [UInt8], count: Int,
    decode: @Sendable (Int) -> Result<RGBImage, ImagingError>
  ) throws(TrainingDataError) {
    let writer = try PictureCacheWriter(path, count: count)
    for first in stride(from: 0, to: count, by: chunk) {
      let pictures = parallelMap(min(chunk, count - first)) { decode(first + $0) }
      for picture in pictures { try writer.append(picture) }
    }
    try writer.finish(key: key)
  }

  private init(_ path: String, count: Int) throws(TrainingDataError) {
    guard !path.utf8.contains(0) else { throw .cacheFailed(path: path, systemError: EINVAL) }
    self.path = path
    temporary = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
    file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    end = PictureCache.headerByteCount + count * PictureCache.Entry.byteCount
    guard file >= 0 else { throw .cacheFailed(path: path, systemError: errno) }
  }

  deinit {
    // After a rename there is nothing left under the temporary name.
    if file >= 0 {
      close(file)
      unlink(temporary)
    }
  }

  private func append(
    _ picture: Result<RGBImage, ImagingError>
  ) throws(TrainingDataError) {
    switch picture {
    case .success(let image):
      try append(image.pixels, height: image.height, width: image.width)
    case .failure(let error):
      try append(Array(error.message.utf8), height: 0, width: 0)
    }
  }

  private func append(
    _ bytes: [UInt8], height: Int, width: Int
  ) throws(TrainingDataError) {
    entries.append(
      PictureCache.Entry(
        offset: end, height: height, width: width, byteCount: bytes.count,
        checksum: bytes.withUnsafeBytes { checksum($0) }))
    try write(bytes, at: end)
    end += bytes.count
  }

  private func finish(key: [UInt8]) throws(TrainingDataError) {
    let table = entries.flatMap { entry in
      Self.bytes([
        UInt64(entry.offset), UInt64(entry.height), UInt64(entry.width), UInt64(entry.byteCount),
        entry.checksum,
      ])
    }
    let tableChecksum = table.withUnsafeBytes { checksum($0) }
    let header =
      PictureCache.signature + key
      + Self.bytes([UInt64(entries.count), UInt64(end), tableChecksum])
    try write(header + table, at: 0)
    guard rename(temporary, path) == 0 else { throw .cacheFailed(path: path, systemError: errno) }
  }

  private static func bytes(_ numbers: [UInt64]) -> [UInt8] {
    numbers.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws(TrainingDataError) {
    let code: Int32 = bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let count = pwrite(file, base + done, buffer.count - done, off_t(offset + done))
        if count >= 0 {
          done += count
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    guard code == 0 else { throw .cacheFailed(path: path, systemError: code) }
  }
}
