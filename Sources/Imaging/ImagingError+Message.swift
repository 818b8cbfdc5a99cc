import Files
import Prose

extension ImagingError: ExplainedError {
  /// The error in one line: what was wrong, with which file, and what to do.
  public var message: String {
    switch self {
    case .missing(let path):
      return FileError.missing(path: path).message
    case .notAFolder(let path):
      return "\(path.onOneLine): is a file; a folder of pictures is wanted"
    case .unreadable(let path, let code):
      return FileError.unreadable(path: path, systemError: code).message
    case .unwritable(let path, let code):
      return FileError.unwritable(path: path, systemError: code).message
    case .unknownEnding(let path, let ending):
      return "\(path.onOneLine): ends in .\(ending.onOneLine); pictures are written as PNG or JPEG:"
        + " name it .png or .jpg"
    case .notAnImage(let name, let format?):
      return "\(name.onOneLine): is not a PNG or JPEG picture: it looks like \(format.rawValue);"
        + " convert it to PNG or JPEG"
    case .notAnImage(let name, nil):
      return "\(name.onOneLine): is not a PNG or JPEG picture; give a PNG or JPEG file"
    case .empty(let name):
      return "\(name.onOneLine): is empty; give a PNG or JPEG file"
    case .damaged(let name, let format, let detail):
      return "\(name.onOneLine): is a damaged \(format.rawValue) picture (\(detail.onOneLine));"
        + " replace it by a whole copy"
    case .unsupported(let name, let format, let detail):
      return "\(name.onOneLine): is a \(format.rawValue) picture of a kind that is not read"
        + " (\(detail.onOneLine)); save it as 8-bit RGB"
    case .tooLarge(let name, let height, let width):
      return "\(name.onOneLine): is \(width)×\(height) pixels, more than are read"
        + " (\(ImageFile.maximumSide) a side, \(ImageFile.maximumPixelCount) in all,"
        + " 40000000 in a progressive JPEG); make it smaller"
    case .fileTooLarge(let name, let byteCount):
      return "\(name.onOneLine): is \(byteCount) bytes long, more than are read"
        + " (\(ImageFile.maximumByteCount)); make it smaller"
    case .outOfMemory(let name, let height, let width):
      return "\(name.onOneLine): \(width)×\(height) pixels, does not fit into memory;"
        + " make it smaller or free some memory"
    case .badArray(let name, let fault):
      return "\(name.onOneLine): is not a NumPy array that can be read: \(wording(fault));"
        + " save it with numpy.save as float32 or float64 in C order"
    }
  }

  /// 66 for a missing file, 74 for input and output, 64 for a name that cannot be, else 65.
  public var exitCode: Int32 {
    switch self {
    case .missing: 66
    case .unreadable, .unwritable, .outOfMemory: 74
    case .unknownEnding: 64
    case .notAFolder, .notAnImage, .empty, .damaged, .unsupported, .tooLarge, .fileTooLarge,
      .badArray:
      65
    }
  }

  private func wording(_ fault: NumPyFault) -> String {
    switch fault {
    case .signature: "it lacks the .npy signature"
    case .version(let major, let minor): "its format version is \(major).\(minor)"
    case .header: "its header is damaged"
    case .elementType(let type): "its element type is \(quoted(type))"
    case .fortranOrder: "it is in Fortran order"
    case .shape(let shape): "its shape \(shape) is impossible"
    case .length(let expected, let found):
      "its header asks for \(expected) bytes of numbers and it has \(found)"
    }
  }

  private func quoted(_ name: String) -> String { "‘\(name.onOneLine)’" }
}
