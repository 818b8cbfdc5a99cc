import ImageMetrics
import Imaging
import Painting

/// Compares results of one picture with it; equal states are judged once.
///
/// For one thread at a time.
final class ResultJudge {
  /// PSNR of equal pictures, which is infinite, counts as this many dB.
  private static let most = 100.0

  private let easel: PictureEasel
  private let truth: RGBImage
  private var known: [PaintingState: Double] = [:]

  init(_ easel: PictureEasel) {
    self.easel = easel
    truth = easel.picture.original.resized(height: OpenPicture.side, width: OpenPicture.side)
  }

  /// PSNR of a state's result, in dB.
  func psnr(_ state: PaintingState) throws(PaintStudyError) -> Double {
    if let value = known[state] { return value }
    let result = try easel.result(state)
    let value: Double
    do {
      value = min(try JudgedPair(truth: truth, result: result).psnr, Self.most)
    } catch {
      throw .unusable(file: easel.picture.name, explanation: "\(error)")
    }
    known[state] = value
    return value
  }
}
