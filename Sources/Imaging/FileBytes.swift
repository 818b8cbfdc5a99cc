import Files

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

  /// Writes a file as ``OutputFile`` does.
  static func write(_ bytes: [UInt8], to path: String) throws(ImagingError) {
    do {
      try OutputFile.write(bytes, to: path)
    } catch {
      throw .unwritable(path: path, systemError: error.systemError)
    }
  }
}
