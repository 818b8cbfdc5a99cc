/// Why a picture, a folder or an array could not be read or written.
///
/// `name` and `path` are what the caller gave; `message` words each case in one line.
public enum ImagingError: Error, Sendable, Equatable {
  /// There is no such file or folder.
  case missing(path: String)
  /// A file, or something else, where a folder of pictures is wanted.
  case notAFolder(path: String)
  /// The file or folder exists but cannot be read: a directory, no permission, an I/O fault.
  case unreadable(path: String, systemError: Int32)
  /// The file cannot be written.
  case unwritable(path: String, systemError: Int32)
  /// The name of a picture to be written ends in no format that is written.
  case unknownEnding(path: String, ending: String)
  /// The bytes are neither PNG nor JPEG; `looksLike` is the format they begin like, if known.
  case notAnImage(name: String, looksLike: ForeignFormat?)
  /// The file has no bytes.
  case empty(name: String)
  /// A PNG or JPEG that is cut short, corrupt or inconsistent; `detail` is a short reason.
  case damaged(name: String, format: PictureFormat, detail: String)
  /// A correct picture of a kind that is not read; `detail` is a short reason.
  case unsupported(name: String, format: PictureFormat, detail: String)
  /// A picture with more pixels than are read.
  case tooLarge(name: String, height: Int, width: Int)
  /// A file longer than `ImageFile.maximumByteCount`.
  case fileTooLarge(name: String, byteCount: Int)
  /// There is not enough memory for the picture.
  case outOfMemory(name: String, height: Int, width: Int)
  /// A file that is not an array this module reads.
  case badArray(name: String, fault: NumPyFault)
}
