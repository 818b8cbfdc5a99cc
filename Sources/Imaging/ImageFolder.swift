#if canImport(Glibc)
  import Glibc
#endif

/// Folders of pictures.
public enum ImageFolder {
  /// The paths of the pictures directly in a folder, sorted by file name in byte order.
  ///
  /// Pictures are regular files whose names end in .png, .jpg or .jpeg in any case and do not begin
  /// with a dot. A path is the folder's, a slash and the file's name.
  ///
  /// - Throws: `ImagingError.missing` or `.unreadable` for the folder.
  public static func list(_ path: String) throws(ImagingError) -> [String] {
    guard !path.utf8.contains(0) else { throw .missing(path: path) }
    guard let folder = opendir(path) else {
      let code = errno
      throw code == ENOENT
        ? .missing(path: path) : .unreadable(path: path, systemError: code)
    }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if isPictureName(name), isRegularFile(path + "/" + name) { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw .unreadable(path: path, systemError: errno) }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    return names.map { prefix + $0 }
  }

  private static func isPictureName(_ name: String) -> Bool {
    let lowercased = name.lowercased()
    return !name.hasPrefix(".") && [".png", ".jpg", ".jpeg"].contains(where: lowercased.hasSuffix)
  }

  private static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
