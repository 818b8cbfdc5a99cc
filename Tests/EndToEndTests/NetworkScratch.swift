import Foundation
import Imaging

extension Scratch {
  /// A scratch folder with `local.safetensors`, `global.safetensors`, `headless.safetensors` and a
  /// picture `in.png`.
  static func withNetworks() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(WeightsNetwork.local.safetensors(), "local.safetensors")
    try scratch.put(WeightsNetwork.global.safetensors(), "global.safetensors")
    try scratch.put(WeightsNetwork.headless.safetensors(), "headless.safetensors")
    try PNGFile.write(samplePicture(side: 80), to: scratch.file("in.png"))
    return scratch
  }

  /// Runs the program with arguments in one text, separated by spaces.
  func command(_ line: String) throws -> Program.Outcome {
    let arguments = line.split(separator: " ").map(String.init)
    // Tests run side by side: threads that wait should leave the cores to others.
    let environment = [
      "XDG_CACHE_HOME": file("cache"), "OMP_WAIT_POLICY": "passive",
      // No bundled weights, unless a test puts some there.
      "HINTBENCH_WEIGHTS": file("bundled"),
    ]
    return try Program.start(arguments, in: path, environment: environment).wait()
  }
}
