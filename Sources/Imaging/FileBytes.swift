#if canImport(Glibc)
  import Glibc
#endif

/// Whole files in and out of memory.
enum FileBytes {
  /// Reads a regular file.
  ///
  /// - Parameter limit: the most bytes that are read.
  static func read(_ path: String, limit: Int) throws(ImagingError) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw .missing(path: path) }
    // Non-blocking, so that a named pipe is refused instead of waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let code = errno
      throw code == ENOENT || code == ENOTDIR
        ? .missing(path: path) : .unreadable(path: path, systemError: code)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(path: path, systemError: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .unreadable(path: path, systemError: EISDIR)
    default: throw .unreadable(path: path, systemError: EINVAL)
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw .fileTooLarge(name: path, byteCount: size) }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = Glibc.read(file, base + count, size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          code = errno
          break
        }
      }
    }
    guard code == 0 else { throw .unreadable(path: path, systemError: code) }
    return bytes
  }

  /// Writes a file whole or not at all: under a temporary name beside it, then renamed.
  static func replace(_ path: String, with bytes: [UInt8]) throws(ImagingError) {
    guard !path.utf8.contains(0) else { throw .unwritable(path: path, systemError: EINVAL) }
    let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .unwritable(path: path, systemError: errno) }
    var code = write(bytes, to: file)
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw .unwritable(path: path, systemError: code)
    }
  }

  /// Writes all bytes; gives the system's error number, or 0.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
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
