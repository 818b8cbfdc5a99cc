import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Files that are written whole or not at all.
enum AtomicFile {
  /// Writes a file under a temporary name beside it, brings it to the disk and renames it.
  static func replace(_ path: String, with bytes: Data) throws(WeightFileError) {
    guard !path.utf8.contains(0) else { throw .unwritable(path: path, systemError: EINVAL) }
    let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .unwritable(path: path, systemError: errno) }
    var code = write(bytes, to: file)
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw .unwritable(path: path, systemError: code)
    }
  }

  /// Writes all bytes; gives the system's error number, or 0.
  private static func write(_ bytes: Data, to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(file, base + done, buffer.count - done)
        if count >= 0 {
          done += count
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}
