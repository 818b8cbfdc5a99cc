/// A storage that a pickle names; its numbers lie elsewhere in the file.
struct StorageReference {
  let key: String
  let type: ElementType
  /// The numbers of the whole storage.
  let count: Int
  /// The part of it that is meant; nil for the whole.
  let part: Part?

  /// A part of a storage, as old versions of PyTorch write it.
  struct Part {
    let offset, count: Int
  }
}
