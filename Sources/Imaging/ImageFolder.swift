import Prose

#if canImport(Glibc)
  import Glibc
#endif

/// Folders of pictures.
public enum ImageFolder {
  /// What a folder holds.
  public struct Listing: Sendable, Equatable {
    /// The paths of the pictures, in the order of their names' bytes. A path is the folder's, a slash
    /// and the file's name.
    public let pictures: [String]
    /// What looks like a picture and is none that can be read, in the order of the names' bytes.
    public let leftOut: [LeftOut]
  }

  /// Something in a folder that looks like a picture by its name and cannot be used as one.
  public struct LeftOut: Sendable, Equatable {
    /// The name in the folder; bytes that are no UTF-8 as `\xE9`.
    public let name: String
    /// What is the matter and what to do, to be read after the name: "is a folder".
    public let reason: String
    /// The folder as it was named.
    public let folder: String

    /// The matter in one line: with what, what, and what to do.
    public var message: String {
      "\(ImageFolder.prefix(folder).onOneLine)\(name.onOneLine): \(reason.onOneLine)"
    }
  }

  /// The pictures directly in a folder.
  ///
  /// Pictures are regular files, also behind links, whose names end in .png, .jpg, .jpeg, .jpe, .jfif
  /// or .jif in any case. Files whose names begin with a dot are passed over, and so is what has no
  /// picture's ending. Whatever has a picture's ending and cannot be used is told in `leftOut`: a name
  /// that is no UTF-8, a link that leads nowhere, a folder, a file that may not be read, or a picture
  /// of another format.
  ///
  /// - Throws: `ImagingError.missing`, `.notAFolder` or `.unreadable` for the folder.
  public static func list(_ path: String) throws(ImagingError) -> Listing {
    guard !path.utf8.contains(0) else { throw .missing(path: path) }
    guard let folder = opendir(path) else {
      switch errno {
      case ENOENT: throw .missing(path: path)
      case ENOTDIR where access(path, F_OK) == 0: throw .notAFolder(path: path)
      case ENOTDIR: throw .missing(path: path)
      case let code: throw .unreadable(path: path, systemError: code)
      }
    }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if PictureEnding(ofName: name) != nil { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw .unreadable(path: path, systemError: errno) }
    names.sort { $0.lexicographicallyPrecedes($1) }
    var pictures: [String] = []
    var leftOut: [LeftOut] = []
    for name in names {
      if let reason = fault(of: name, in: dirfd(folder)) {
        leftOut.append(
          LeftOut(name: String(escapingInvalidUTF8: name), reason: reason, folder: path))
      } else {
        pictures.append(prefix(path) + String(decoding: name, as: UTF8.self))
      }
    }
    return Listing(pictures: pictures, leftOut: leftOut)
  }

  fileprivate static func prefix(_ folder: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
  }

  /// Why something with a picture's ending is no picture that can be read; nil if it may be one.
  private static func fault(of name: [UInt8], in folder: Int32) -> String? {
    guard String(validating: name, as: UTF8.self) != nil else {
      return "has a name that is not UTF-8; rename it"
    }
    if case .foreign(let format) = PictureEnding(ofName: name) {
      return "is \(format) by its name; only PNG and JPEG are read: convert it"
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
    case S_IFDIR: return "is a folder; its pictures are not looked at"
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
