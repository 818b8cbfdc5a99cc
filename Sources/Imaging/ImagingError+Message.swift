import Prose

#if canImport(Glibc)
  import Glibc
#endif

extension ImagingError {
  /// The error in one line: what was wrong, with which file, and what to do.
  public var message: String {
    switch self {
    case .missing(let path):
      return "\(quoted(path)) does not exist; check the path."
    case .unreadable(let path, let code):
      return "\(quoted(path)) cannot be read (\(reason(code))); check that it is of the right kind"
        + " and that you may read it."
    case .unwritable(let path, let code):
      return "\(quoted(path)) cannot be written (\(reason(code))); check the folder, your rights"
        + " and the free space."
    case .notAnImage(let name, let format?):
      return "\(quoted(name)) is not a PNG or JPEG picture: it looks like \(format.rawValue);"
        + " convert it to PNG or JPEG."
    case .notAnImage(let name, nil):
      return "\(quoted(name)) is not a PNG or JPEG picture; give a PNG or JPEG file."
    case .empty(let name):
      return "\(quoted(name)) is empty; give a PNG or JPEG file."
    case .damaged(let name, let format, let detail):
      return "\(quoted(name)) is a damaged \(format.rawValue) picture (\(detail.onOneLine));"
        + " replace it by a whole copy."
    case .unsupported(let name, let format, let detail):
      return "\(quoted(name)) is a \(format.rawValue) picture of a kind that is not read"
        + " (\(detail.onOneLine)); save it as 8-bit RGB."
    case .tooLarge(let name, let height, let width):
      return "\(quoted(name)) is \(width)×\(height) pixels, more than are read"
        + " (\(ImageFile.maximumSide) a side, \(ImageFile.maximumPixelCount) in all,"
        + " 40000000 in a progressive JPEG); make it smaller."
    case .fileTooLarge(let name, let byteCount):
      return "\(quoted(name)) is \(byteCount) bytes long, more than are read"
        + " (\(ImageFile.maximumByteCount)); make it smaller."
    case .outOfMemory(let name, let height, let width):
      return "\(quoted(name)), \(width)×\(height) pixels, does not fit into memory;"
        + " make it smaller or free some memory."
    case .badArray(let name, let fault):
      return "\(quoted(name)) is not a NumPy array that can be read: \(wording(fault));"
        + " save it with numpy.save as float32 or float64 in C order."
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

  private func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }

  private func quoted(_ name: String) -> String { "‘\(name.onOneLine)’" }
}
