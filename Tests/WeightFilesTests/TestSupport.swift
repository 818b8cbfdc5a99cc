import Foundation
import Testing
import WeightFiles

/// Reads bytes as a weights file of the name `hostile.bin`; gives the error, or nil.
///
/// That it takes no time to speak of is checked in any case; the limit is for a busy machine.
func failure(_ bytes: [UInt8]) -> WeightFileError? {
  var failure: WeightFileError?
  let time = ContinuousClock().measure {
    do throws(WeightFileError) {
      _ = try WeightFile.decode(Data(bytes), path: "hostile.bin")
    } catch {
      failure = error
    }
  }
  #expect(time < .seconds(10))
  if let failure { expectProper(failure) }
  return failure
}

/// One line that names the file and says what to do.
func expectProper(_ error: WeightFileError, path: String = "hostile.bin") {
  let message = error.message
  #expect(message.hasPrefix("\(path): "), "\(message)")
  #expect(!message.contains(where: \.isNewline) && !message.hasSuffix("."), "\(message)")
  #expect(message.contains("; "), "\(message)")
  #expect([65, 66, 74].contains(error.exitCode))
}

/// Runs `body` with a new folder, which is deleted afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("weights-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

/// The bytes of an integer, lowest first.
func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

/// The bytes of 32-bit floating point numbers.
func floats(_ values: Float...) -> [UInt8] {
  values.flatMap { little($0.bitPattern) }
}

/// A file that must be refused.
struct Hostile: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let isExpected: @Sendable (WeightFileError) -> Bool

  var testDescription: String { name }

  init(
    _ name: String, _ bytes: [UInt8], _ isExpected: @escaping @Sendable (WeightFileError) -> Bool
  ) {
    self.name = name
    self.bytes = bytes
    self.isExpected = isExpected
  }

  func check() throws {
    let error = try #require(failure(bytes), "\(name) was read")
    #expect(isExpected(error), "\(name): \(error.message)")
  }
}
