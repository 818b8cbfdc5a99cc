import Foundation
import Testing
import WeightFiles

/// A weights file that another implementation wrote; see make_fixtures.py.
struct Fixture: Sendable, CustomTestStringConvertible {
  let name: String
  let sha256: String
  let base64: String

  var testDescription: String { name }

  var bytes: [UInt8] {
    Data(base64Encoded: base64, options: .ignoreUnknownCharacters).map(Array.init) ?? []
  }

  func read() throws -> WeightFile {
    try WeightFile.decode(Data(bytes), path: name)
  }

  static let all = [
    zip, zipTypes, legacy, legacyFramed, legacyNested, python2, python2Views, safetensors, caffe,
    caffeVersion1,
  ]
}
