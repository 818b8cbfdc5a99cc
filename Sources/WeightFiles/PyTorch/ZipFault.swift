/// Why a ZIP archive is not one that `torch.save` writes.
public enum ZipFault: Error, Sendable, Equatable {
  /// The archive does not end with the record that says where its directory is.
  case noEnd
  /// The records at the archive's end contradict each other or lie outside of it.
  case damagedEnd
  /// The directory's entry of an index is damaged, or there are more or fewer than announced.
  case damagedDirectory(entry: Int)
  /// An entry name that is not text, or that is a path out of the archive.
  case badName(String)
  /// Two entries of one name.
  case duplicateName(String)
  /// An entry that is compressed; `torch.save` stores.
  case compressed(String, method: Int)
  /// An entry that is encrypted.
  case encrypted(String)
  /// An entry whose data lie outside of the archive, or are announced differently in two places.
  case damagedEntry(String)
  /// Entries that share bytes.
  case overlapping(String, String)
  /// An entry whose checksum is wrong.
  case checksum(String)
}
