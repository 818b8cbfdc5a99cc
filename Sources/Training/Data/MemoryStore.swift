import Imaging

/// Pictures held in memory.
struct MemoryStore: PictureStore {
  private let pictures: [LoadedPicture]

  init(_ pictures: [RGBImage]) {
    self.pictures = pictures.map { LoadedPicture($0) }
  }

  var count: Int { pictures.count }
  var skipped: [SkippedPicture] { [] }
  func picture(at index: Int) -> LoadedPicture? { pictures[index] }
}
