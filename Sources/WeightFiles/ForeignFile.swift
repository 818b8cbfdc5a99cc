/// Files that are often taken for weights, told by their first bytes.
public enum ForeignFile: String, Sendable, CaseIterable {
  /// The page a download gave instead of the file.
  case webPage = "a web page"
  /// What Git leaves where the file itself was not fetched.
  case gitLFSPointer = "a Git LFS pointer"
  /// Keras models, and some of Caffe's.
  case hdf5 = "an HDF5 file"
  /// gzip.
  case gzip = "a gzip archive"
  /// One NumPy array.
  case numpy = "a NumPy array"
  /// tar, which `torch.save` wrote before PyTorch 0.2.
  case tar = "a tar archive"
  /// A network's description in text, without weights.
  case prototxt = "a text file"

  init?(_ bytes: ByteView) {
    if bytes.starts(with: [0x89, 0x48, 0x44, 0x46]) {
      self = .hdf5
    } else if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.starts(with: [0x93] + "NUMPY".utf8) {
      self = .numpy
    } else if bytes.slice(257, 5)?.starts(with: "ustar".utf8) == true {
      self = .tar
    } else if bytes.starts(with: "version https://git-lfs".utf8) {
      self = .gitLFSPointer
    } else {
      let start = (0..<min(64, bytes.count)).compactMap { bytes.byte(at: $0) }
      let text = start.drop { [0x09, 0x0A, 0x0D, 0x20].contains($0) }
      let isText = text.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || [0x09, 0x0A, 0x0D].contains($0) }
      guard isText, start.count >= 16 else { return nil }
      self = text.first == UInt8(ascii: "<") ? .webPage : .prototxt
    }
  }
}
