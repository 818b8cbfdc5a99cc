import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Whole files as memory.
enum MappedFile {
  /// Maps a regular file.
  ///
  /// - Parameter limit: the most bytes a file may have.
  static func open(_ path: String, limit: Int) throws(WeightFileError) -> Data {
    guard !path.utf8.contains(0) else { throw .missing(path: path) }
    // Non-blocking, so that a named pipe is refused instead of waited for.
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
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
    case S_IFDIR: throw .isFolder(path: path)
    default: throw .unreadable(path: path, systemError: EINVAL)
    }
    let size = Int(status.st_size)
    guard size > 0 else { throw .empty(path: path) }
    guard size <= limit else { throw .tooLarge(path: path, byteCount: size) }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
      throw .unreadable(path: path, systemError: errno)
    }
    return Data(
      bytesNoCopy: start, count: size, deallocator: .custom { start, size in munmap(start, size) })
  }
}
