import Experiments
import Imaging
import Painting

/// One picture, rendered under any method from any state; equal states are rendered once.
///
/// For one thread at a time.
final class PictureEasel {
  /// The picture.
  let picture: OpenPicture

  private let kit: MethodKit
  private var easels: [String: Easel] = [:]
  private var results: [PaintingState: RGBImage] = [:]

  /// Opens a picture.
  ///
  /// - Parameters:
  ///   - bytes: of a PNG or JPEG file.
  ///   - name: for messages.
  init(_ bytes: [UInt8], name: String, kit: MethodKit) throws(PaintStudyError) {
    do { picture = try OpenPicture(bytes, name: name) } catch { throw .painting(error) }
    self.kit = kit
  }

  /// The result at the working size.
  func result(_ state: PaintingState) throws(PaintStudyError) -> RGBImage {
    if let known = results[state] { return known }
    do {
      let made = try easel(state.method).paint(state).picture
      results[state] = made
      return made
    } catch {
      throw .painting(error)
    }
  }

  /// The result at the picture's own size.
  func fullSize(_ state: PaintingState) throws(PaintStudyError) -> RGBImage {
    do { return try easel(state.method).paintFullSize(state) } catch { throw .painting(error) }
  }

  private func easel(_ method: String) throws(PaintingError) -> Easel {
    if let known = easels[method] { return known }
    let made: Easel
    do {
      made = try Easel(picture, method: kit.colorizer(named: method))
    } catch {
      throw (error as? PaintingError)
        ?? .methodFailed(describe(error), exitCode: exitCode(for: error) ?? 70)
    }
    easels[method] = made
    return made
  }
}
