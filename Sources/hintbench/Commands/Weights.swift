import ArgumentParser

/// Looks at weights files and converts them.
struct Weights: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Inspect, convert and check weights files (.safetensors, .pth, .caffemodel).",
    discussion: "Nothing in a weights file is ever executed.",
    subcommands: [WeightsInspect.self, WeightsConvert.self, WeightsCheck.self])
}
