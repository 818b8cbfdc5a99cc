import Prose

#if canImport(Glibc)
  import Glibc
#endif

/// Something that stands in a folder.
public struct FolderEntry: Sendable, Equatable {
  /// The name; bytes that are no UTF-8 as `\xE9`.
  public let name: String
  /// Why it cannot be read as a file, to be read after the name: "is a folder". Nil for a regular file
  /// that may be read, also behind links.
  public let fault: String?

  /// What stands directly in a folder, in the order of the names' bytes. Names that begin with a dot
  /// are passed over: editors and macOS leave such files.
  ///
  /// - Throws: ``FileError/missing(path:)`` or ``FileError/unreadable(path:systemError:)``.
  public static func list(_ path: String) throws(FileError) -> [FolderEntry] {
    guard let folder = opendir(path) else {
      if errno == ENOENT { throw .missing(path: path) }
      throw .unreadable(path: path, systemError: errno)
    }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw .unreadable(path: path, systemError: errno) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { name in
      FolderEntry(
        name: String(escapingInvalidUTF8: name), fault: fault(of: name, in: dirfd(folder)))
    }
  }

  private static func fault(of name: [UInt8], in folder: Int32) -> String? {
    guard String(validating: name, as: UTF8.self) != nil else {
      return "has a name that is not UTF-8; rename it"
    }
    let path = name.map { CChar(bitPattern: $0) } + [0]
    var status = stat()
    guard fstatat(folder, path, &status, 0) == 0 else {
      switch errno {
      case ELOOP: return "is a link that leads in a circle; remove it"
      case ENOENT, ENOTDIR: return "is a link to a file that is not there; mend or remove it"
      case let code: return "cannot be read (\(String(cString: strerror(code)).lowercased()))"
      }
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return "is a folder; what is in it is not looked at"
    case S_IFIFO: return "is a pipe, not a file"
    case S_IFSOCK: return "is a socket, not a file"
    default: return "is a device, not a file"
    }
    guard faccessat(folder, path, R_OK, AT_EACCESS) == 0 else {
      return "cannot be read (\(String(cString: strerror(errno)).lowercased())); check its"
        + " permissions"
    }
    return nil
  }
}
