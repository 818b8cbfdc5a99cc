import Foundation
import Imaging
import Scenes
import SeededChance
import SimulatedUsers
import Training

/// A temporary folder of pictures, removed with this object.
final class PhotographFixture {
  let path: String
  /// Beside the folder, so that it is no picture of it.
  let cachePath: String

  init() throws {
    path = NSTemporaryDirectory() + "hintbench-photographs-\(UUID().uuidString)"
    cachePath = path + ".cache"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    for item in [path, cachePath] { try? FileManager.default.removeItem(atPath: item) }
  }

  /// A folder of the first embedded scenes of a seed.
  convenience init(scenes: Int, height: Int = 48, width: Int = 60, seed: UInt64 = 5) throws {
    try self.init()
    for index in 0..<scenes {
      let scene = Scene(index: index, seed: seed)
      try add(scene.render(height: height, width: width), scene.name)
    }
  }

  func add(_ image: RGBImage, _ name: String) throws {
    try PNGFile.write(image, to: "\(path)/\(name).png")
  }

  func add(bytes: [UInt8], _ file: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(file)"))
  }

  /// The folder as a source.
  func source(share: Double = 1, shorterSide: Int? = nil, cached: Bool = false) -> TrainingSource {
    TrainingSource(
      .folder(path, shorterSide: shorterSide), share: share, cache: cached ? cachePath : nil)
  }

  func data(shorterSide: Int? = nil, cached: Bool = false) throws -> TrainingData {
    try TrainingData([source(shorterSide: shorterSide, cached: cached)])
  }

  var cacheBytes: [UInt8] {
    get throws { Array(try Data(contentsOf: URL(fileURLWithPath: cachePath))) }
  }

  func overwriteCache(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: cachePath))
  }
}

/// A picture of one colour.
func flat(_ red: UInt8, _ green: UInt8, _ blue: UInt8, side: Int = 16) -> RGBImage {
  RGBImage(height: side, width: side, filledWith: (red, green, blue))
}

/// Every sample at random, so that all of sRGB is seen.
func noise(side: Int, seed: UInt64) -> RGBImage {
  var generator = SplitMix64(seed: seed)
  return RGBImage(
    height: side, width: side,
    pixels: (0..<(3 * side * side)).map { _ in UInt8(generator.next(below: 256)) })
}

/// Pictures as they are: no crop, no mirror, no test.
let wholePictures = Augmentation(area: 1...1, mirroredShare: 0, colorTest: .none)

/// The first `count` batches of a plan.
func batches(
  _ data: TrainingData, _ plan: BatchPlan, _ count: Int, threads: Int = 1
) throws -> [TrainingBatch] {
  let source = BatchSource(data, plan: plan, threads: threads, ahead: 3)
  return try (0..<count).map { _ in try source.next() }
}
