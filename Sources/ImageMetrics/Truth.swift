import Colorimetry
import Imaging

/// A true picture, prepared once for any number of judgements.
public struct Truth: Sendable {
  /// The picture's CIELAB coordinates: methods get the lightness, oracles the chrominance.
  public let lab: LabImage
  /// What results are compared with: `lab` rendered by the same path as a result (to sRGB, clipped,
  /// truncated to 8 bits), as in the published evaluation of Zhang et al. 2017.
  public let picture: RGBImage
  /// CIELAB of `picture`.
  public let pictureLab: LabImage

  /// Prepares a picture by its CIELAB coordinates.
  public init(_ lab: LabImage) {
    self.init(lab, shownAs: lab.truncated())
  }

  /// Prepares an 8-bit picture.
  public init(_ picture: RGBImage) {
    self.init(LabImage(picture))
  }

  /// Prepares a picture that is compared as given, without the way through CIELAB and back.
  init(asGiven picture: RGBImage) {
    self.init(LabImage(picture), shownAs: picture)
  }

  private init(_ lab: LabImage, shownAs picture: RGBImage) {
    self.lab = lab
    self.picture = picture
    pictureLab = LabImage(picture)
  }
}
