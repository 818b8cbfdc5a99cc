#if canImport(Glibc)
  import Glibc
#endif

/// A whole file as memory. Whoever replaces it renames a new file over it and never writes into it.
final class MappedFile: @unchecked Sendable {
  /// The file's bytes, while this object lives.
  let bytes: UnsafeRawBufferPointer

  /// Maps a regular file that is not empty; nil if there is none or it cannot be read.
  init?(_ path: String) {
    guard !path.utf8.contains(0) else { return nil }
    // Non-blocking, so that a named pipe is refused instead of waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0),
      start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
