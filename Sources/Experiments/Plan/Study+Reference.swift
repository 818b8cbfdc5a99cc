import SeededChance

extension Study {
  /// Another picture, chosen by a hash of study, seed and picture; the picture itself where it is
  /// alone.
  func reference(for image: StudyImage, in images: ImageSet) -> StudyImage {
    let others = images.images.filter { $0.sha256 != image.sha256 }
    guard !others.isEmpty else { return image }
    let number = SplitMix64.seed(
      hashing: "hintbench reference|\(name)|\(seed)|\(image.sha256)")
    return others[Int(number % UInt64(others.count))]
  }
}
