import Experiments
import Foundation
import Imaging
import Testing

/// The lines of a correct study; tests change one and look at what is said.
let tinyStudy = [
  "study: tiny",
  "version: 1",
  "title: A tiny study",
  "source: nowhere",
  "size: 32",
  "seed: 7",
  "scenes: 3",
  "methods: [gray, levin2004-ab]",
  "oracles: [random, max-error]",
  "points: [0, 1, 3]",
  "patch: 3",
  "metrics: [psnr, ssim]",
]

/// The text of the tiny study with some of its lines replaced.
///
/// - Parameter changes: by key; an empty text removes the line, a new key adds one.
func tinyText(_ changes: KeyValuePairs<String, String> = [:]) -> String {
  var lines = tinyStudy
  for (key, line) in changes {
    if let index = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) {
      lines[index] = line
    } else {
      lines.append(line)
    }
  }
  return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
}

/// A study parsed from text.
func study(_ text: String = tinyText()) throws -> Study {
  try StudyFile.parse(Data(text.utf8), file: "study.yaml")
}

/// The mistakes that are found in the bytes of a study; empty when it is correct.
func problems(_ data: Data) -> [StudyProblem] {
  do throws(ExperimentError) {
    _ = try StudyFile.parse(data, file: "study.yaml")
    return []
  } catch {
    guard case .invalidStudy(file: "study.yaml", let problems) = error else { return [] }
    return problems
  }
}

/// A plan of a study on its scenes, or on a folder.
func plan(_ study: Study, folder: String? = nil, limit: Int? = nil) throws -> Plan {
  try Plan(
    study: study,
    images: ImageSet.gather(study: study, folder: folder, limit: limit, strict: false),
    kit: MethodKit())
}

/// A unit's result with PSNRs (and a second metric of 0.5) by number of points.
func result(_ psnr: [Int: Double], hints: Int = 0) throws -> UnitResult {
  let scores = psnr.sorted { $0.key < $1.key }.map { points, value in
    "{\"points\":\(points),\"values\":[\(value.isFinite ? "\(value)" : "\"inf\""),0.5]}"
  }
  let points = (0..<hints).map { index in
    "{\"row\":\(index),\"column\":\(index + 1),\"size\":3,\"a\":\(Double(index) / 3),\"b\":-0.1}"
  }
  let text =
    "{\"scores\":[\(scores.joined(separator: ","))],\"hints\":[\(points.joined(separator: ","))],"
    + "\"seconds\":1.5}"
  let decoder = JSONDecoder()
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return try decoder.decode(UnitResult.self, from: Data(text.utf8))
}

/// Runs a test in a fresh folder that is removed afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("experiments-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// Puts text into a file.
func put(_ text: String, _ path: String) throws {
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
}

/// Puts a small picture of one colour into a file.
func putPicture(_ path: String, _ color: (UInt8, UInt8, UInt8), side: Int = 32) throws {
  try PNGFile.write(RGBImage(height: side, width: side, filledWith: color), to: path)
}

/// The lines of a table.
func lines(_ data: Data) -> [String] {
  String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
}
