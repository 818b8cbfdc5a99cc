import Crypto
import Foundation

extension Study {
  /// Another picture, chosen by a hash of study, seed and picture; the picture itself where it is
  /// alone.
  func reference(for image: StudyImage, in images: ImageSet) -> StudyImage {
    let others = images.images.filter { $0.sha256 != image.sha256 }
    guard !others.isEmpty else { return image }
    let text = "hintbench reference|\(name)|\(seed)|\(image.sha256)"
    let digest = SHA256.hash(data: Data(text.utf8)).prefix(8)
    let number = digest.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return others[Int(number % UInt64(others.count))]
  }
}
