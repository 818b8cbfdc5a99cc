import Foundation
import Imaging
import Testing

/// A small synthetic picture file and the pixels that Pillow finds in it.
struct Fixture: Sendable, CustomTestStringConvertible {
  let name: String
  let height: Int
  let width: Int
  /// How far a sample may be from Pillow's.
  let tolerance: Int
  let file: [UInt8]
  let pixels: [UInt8]

  init(
    _ name: String, height: Int, width: Int, tolerance: Int, file: String, pixels: String
  ) {
    func bytes(_ text: String) -> [UInt8] {
      Array(Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }
    self.name = name
    self.height = height
    self.width = width
    self.tolerance = tolerance
    self.file = bytes(file)
    self.pixels = bytes(pixels)
  }

  var testDescription: String { name }

  static var all: [Fixture] { png + jpeg + orientation + place }

  /// A fixture by its name; the first of all if there is none, whose name then tells.
  static func named(_ name: String) -> Fixture { all.first { $0.name == name } ?? all[0] }
}
