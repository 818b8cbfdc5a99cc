/// Parts of paths, by their bytes: to `String` a slash with an accent behind it is no slash.
public enum FilePath {
  /// What stands behind the last slash, slashes at the end aside.
  public static func name(of path: String) -> String {
    let bytes = path.utf8
    let end = bytes.lastIndex { $0 != UInt8(ascii: "/") }.map(bytes.index(after:))
    guard let end else { return path }
    let slash = bytes[..<end].lastIndex(of: UInt8(ascii: "/"))
    return String(path[(slash.map(bytes.index(after:)) ?? bytes.startIndex)..<end])
  }

  /// A file's name without folders and without its ending: `c.d` of `a/b/c.d.png`.
  public static func stem(of path: String) -> String {
    let name = name(of: path)
    let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
    guard let dot, dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
