import Files
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
    let entries: [FolderEntry]
    do throws(FileError) { entries = try FolderEntry.list(path) } catch {
      switch error {
      case .unreadable(_, ENOTDIR) where access(path, F_OK) == 0: throw .notAFolder(path: path)
      case .missing, .unreadable(_, ENOTDIR): throw .missing(path: path)
      case .unreadable(_, let code), .unwritable(_, let code):
        throw .unreadable(path: path, systemError: code)
      }
    }
    var pictures: [String] = []
    var leftOut: [LeftOut] = []
    for entry in entries {
      guard let ending = PictureEnding(ofName: Array(entry.name.utf8)) else { continue }
      if let reason = ending.fault ?? entry.fault {
        leftOut.append(LeftOut(name: entry.name, reason: reason, folder: path))
      } else {
        pictures.append(prefix(path) + entry.name)
      }
    }
    return Listing(pictures: pictures, leftOut: leftOut)
  }

  fileprivate static func prefix(_ folder: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
  }
}

extension PictureEnding {
  /// Why a file with this ending is not read, whatever is in it; nil for PNG and JPEG.
  fileprivate var fault: String? {
    guard case .foreign(let format) = self else { return nil }
    return "is \(format) by its name; only PNG and JPEG are read: convert it"
  }
}
