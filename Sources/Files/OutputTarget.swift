#if canImport(Glibc)
  import Glibc
#endif

/// What a path that is to be written leads to.
enum OutputTarget {
  /// An open file of this process, such as standard output: it is written on, from where it stands.
  case descriptor(Int32)
  /// A device or a pipe, which is opened and written into.
  case stream
  /// A socket, on which somebody listens.
  case socket(path: String)
  /// A regular file that is there, under the path that no link leads on from.
  case file(path: String, status: stat)
  /// A regular file yet to be made.
  case newFile(path: String)

  /// As many links in a row as Linux follows.
  private static let maximumLinks = 40

  /// Finds out where a path leads, through links, also dangling ones.
  init(_ path: String) throws(SystemError) {
    guard !path.isEmpty else { throw SystemError(ENOENT) }
    guard !path.utf8.contains(0) else { throw SystemError(EINVAL) }
    var current = path
    for _ in 0...Self.maximumLinks {
      if let descriptor = Self.ownDescriptor(current) {
        self = .descriptor(descriptor)
        return
      }
      var status = stat()
      guard lstat(current, &status) == 0 else {
        guard errno == ENOENT else { throw SystemError(errno) }
        guard current.utf8.last != UInt8(ascii: "/") else { throw SystemError(EISDIR) }
        self = .newFile(path: current)
        return
      }
      guard status.st_mode & S_IFMT == S_IFLNK else {
        self = try Self.existing(current, status)
        return
      }
      let target = try Self.link(current)
      let isAbsolute = target.utf8.first == UInt8(ascii: "/")
      current = isAbsolute ? target : Self.folder(of: current) + target
    }
    throw SystemError(ELOOP)
  }

  private static func existing(
    _ path: String, _ status: stat
  ) throws(SystemError) -> OutputTarget {
    if status.st_mode & S_IFMT == S_IFDIR { throw SystemError(EISDIR) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      var open = stat()
      if fstat(descriptor, &open) == 0, open.st_dev == status.st_dev,
        open.st_ino == status.st_ino
      {
        return .descriptor(descriptor)
      }
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(path: path, status: status)
    case S_IFSOCK: return .socket(path: path)
    default: return .stream
    }
  }

  /// The number of the open file of this process that a path such as /dev/fd/3 names.
  ///
  /// These links are special: what they show may be no path at all, or that of a deleted file.
  private static func ownDescriptor(_ path: String) -> Int32? {
    let name = FilePath.name(of: path)
    guard let number = Int32(name), number >= 0, String(number) == name,
      fcntl(number, F_GETFD) >= 0,
      let resolved = realpath(folder(of: path), nil)
    else { return nil }
    defer { free(resolved) }
    return String(cString: resolved) == "/proc/\(getpid())/fd" ? number : nil
  }

  /// The folder a path lies in, ready to have a name appended.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "./" }
    return String(path[...slash])
  }

  private static func link(_ path: String) throws(SystemError) -> String {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink(path, &target, target.count)
    guard length >= 0 else { throw SystemError(errno) }
    let bytes = target.prefix(length).map { UInt8(bitPattern: $0) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw SystemError(EILSEQ) }
    return text
  }
}

/// An error number of the system.
struct SystemError: Error {
  let code: Int32

  init(_ code: Int32) {
    self.code = code
  }
}
