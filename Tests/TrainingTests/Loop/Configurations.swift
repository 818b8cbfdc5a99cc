import Foundation
import ScratchFolders
import Testing
import Training

/// A training that takes a second or two: a narrow network on small scenes, in two phases.
let tinyTraining = """
  training: tiny
  title: A tiny training
  licence: none
  seed: 7
  threads: 1
  precision: f32
  network: {variant: local, width: 4, head: hypercolumn, start: scratch}
  data: {scenes: {share: 1, count: 8, size: 32}}
  hints: {stop_probability: 0.125}
  optimizer: {rate: 0.001, warmup_steps: 2}
  loss: {huber_delta: 1}
  phases: [{size: 16, batch: 2, samples: 8}, {size: 24, batch: 1, samples: 4}]
  validation: {scenes: 2, points: [0, 1], size: 32, every: 6}
  checkpoint: {steps: 3}

  """

/// The tiny training with some lines replaced, added (another key) or, where empty, removed.
func tinyText(_ lines: [String: String] = [:]) -> String {
  var rest = lines
  var text = tinyTraining.split(separator: "\n").map(String.init).compactMap { line -> String? in
    let key = String(line.prefix { $0 != ":" })
    guard let replacement = rest.removeValue(forKey: key) else { return line }
    return replacement.isEmpty ? nil : replacement
  }
  text += rest.values.filter { !$0.isEmpty }
  return text.joined(separator: "\n") + "\n"
}

/// Reads a configuration.
func configuration(_ text: String) throws -> TrainingConfiguration {
  try TrainingConfigurationFile.parse(Data(text.utf8), file: "training.yaml")
}

typealias Folder = ScratchFolder

extension ScratchFolder {
  /// The files of a finished training that are the same for the same configuration.
  func results(_ name: String) throws -> [Data] {
    try ["weights.safetensors", "training.csv", "validation.csv"].map { try data("\(name)/\($0)") }
  }
}
