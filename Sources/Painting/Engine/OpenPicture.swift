import Colorimetry
import Crypto
import Files
import Foundation
import Imaging
import Prose

/// A picture that somebody paints: its bytes decoded once, its lightness at both sizes.
public struct OpenPicture: Sendable {
  /// The file's name, for people and for names of saved files.
  public let name: String
  /// SHA-256 of the file's bytes, in hexadecimal.
  public let sha256: String
  /// The picture as it is, H×W.
  public let original: RGBImage
  /// L* at the working size.
  public let lightness: Plane

  /// Side of the square that methods work at, in pixels.
  public static let side = 256
  /// Most bytes of a file.
  public static let mostBytes = 64 << 20
  /// Most pixels of a picture; every open picture holds three bytes a pixel.
  public static let mostPixels = 50_000_000

  /// Decodes a picture.
  ///
  /// - Parameters:
  ///   - bytes: of a PNG or JPEG file.
  ///   - name: for people; its folders are dropped.
  /// - Throws: ``PaintingError/unusablePicture(name:reason:)``.
  public init(_ bytes: [UInt8], name: String) throws(PaintingError) {
    let name = FilePath.name(of: name)
    guard bytes.count <= Self.mostBytes else {
      throw .unusablePicture(name: name, reason: "it is over \(Self.mostBytes >> 20) MiB")
    }
    do {
      original = try ImageFile.decode(bytes, name: name)
    } catch {
      throw .unusablePicture(name: name, reason: error.message)
    }
    guard original.height * original.width <= Self.mostPixels else {
      throw .unusablePicture(
        name: name, reason: "it has more than \(Self.mostPixels / 1_000_000) million pixels")
    }
    self.name = name
    sha256 = SHA256.hash(data: bytes).hexadecimal
    lightness = LabImage(original.resized(height: Self.side, width: Self.side)).lightness
  }

  /// The picture without its colours, as PNG.
  ///
  /// - Parameter longestSide: where the picture is larger it is made smaller, in pixels; nil for its
  ///   own size.
  public func grayPNG(longestSide: Int? = nil) -> [UInt8] {
    let lightness = LabImage(fitted(longestSide)).lightness
    let neutral = Chrominance(neutralWithHeight: lightness.height, width: lightness.width)
    return PNGFile.encode(LabImage(lightness: lightness, chrominance: neutral).truncated())
  }

  private func fitted(_ longestSide: Int?) -> RGBImage {
    let longest = max(original.height, original.width)
    guard let longestSide, longest > longestSide else { return original }
    return original.resized(
      height: max(1, original.height * longestSide / longest),
      width: max(1, original.width * longestSide / longest))
  }
}
