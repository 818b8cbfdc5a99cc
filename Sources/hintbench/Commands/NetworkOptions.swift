import ArgumentParser
import Colorization
import Experiments
import Foundation
import Imaging
import NeuralEngine

/// What the learned methods take from the command line.
struct NetworkOptions: ParsableArguments {
  @Option(help: "The weights of a learned method: .safetensors, .pth or .caffemodel.")
  var weights: String?

  @Option(help: "Global hints: the colour histogram of this picture.")
  var histogramFrom: String?

  @Option(help: "Global hints: the mean saturation, 0 to 1.")
  var saturation: Double?

  func validate() throws {
    if let saturation, !(0...1).contains(saturation) {
      throw ValidationError("--saturation should be in 0...1")
    }
  }

  /// True where global hints are given.
  var hasGlobalHints: Bool { histogramFrom != nil || saturation != nil }

  /// Methods with these weights and hints, on all cores: one picture is colorized at a time.
  func kit() throws -> MethodKit {
    let measured = try histogramFrom.map {
      GlobalHints.measured(from: try ImageFile.read($0), histogram: true, saturation: false)
    }
    let hints = try GlobalHints(histogram: measured?.histogram, saturation: saturation)
    let threads = ProcessInfo.processInfo.activeProcessorCount
    return try MethodKit(
      weights: weights.map { [$0] } ?? [], globalHints: hints,
      options: CompilationOptions(threads: threads))
  }

  /// A session that can suggest colours.
  func suggestingSession(
    of colorizer: any Colorizer, for lightness: Plane
  ) throws -> any ColorSuggestingSession {
    guard let suggesting = colorizer as? any ColorSuggesting else {
      throw ExperimentError.methodLacks(
        name: colorizer.identity.name, explanation: "predicts no distribution over colours")
    }
    return try suggesting.suggestingSession(for: lightness)
  }
}
