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
      throw ValidationError("--saturation should be 0 to 1")
    }
  }

  /// True where global hints are given.
  var hasGlobalHints: Bool { histogramFrom != nil || saturation != nil }

  /// Refuses statistics for a method that takes none; unknown methods are told of later.
  ///
  /// - Parameter method: nil where none is named: which it is depends on the weights then.
  /// - Throws: `ValidationError`.
  func check(for method: String?) throws {
    guard let method, hasGlobalHints else { return }
    guard (try? MethodCatalog.entry(named: method))?.takesStatistics != false else {
      throw ValidationError(
        "--histogram-from and --saturation are for --method \(MethodCatalog.defaultGlobalMethod) or "
          + "global-hints, not for \(method)")
    }
  }

  /// Makes the method that is named, or the one of these weights and statistics.
  ///
  /// - Parameters:
  ///   - kit: as ``kit(threads:precision:)`` makes it.
  ///   - hasPoints: whether there are hint points, which some methods do not take.
  func colorizer(
    named method: String?, from kit: MethodKit, hasPoints: Bool
  ) throws -> any Colorizer {
    let method = method ?? kit.defaultMethod(takesStatistics: hasGlobalHints)
    try check(for: method)
    let colorizer = try kit.checkedColorizer(named: method)
    tell(of: method, hasPoints: hasPoints)
    return colorizer
  }

  /// Says what a method makes of what it is given, where that is not what one might expect.
  private func tell(of method: String, hasPoints: Bool) {
    let entry = try? MethodCatalog.entry(named: method)
    guard let entry, entry.takesStatistics else { return }
    if !hasGlobalHints {
      Console.note(
        "Note: no statistics are given (--histogram-from, --saturation): \(method) then chooses "
          + "colours by itself, as an automatic method does")
    }
    if hasPoints { Console.note("Note: \(method) takes no points; --hints has no effect") }
  }

  /// The global hints given.
  func globalHints() throws -> GlobalHints {
    let measured = try histogramFrom.map {
      GlobalHints.measured(from: try ImageFile.read($0), statistics: .histogram)
    }
    return try GlobalHints(histogram: measured?.histogram, saturation: saturation)
  }

  /// Methods with these weights and hints.
  ///
  /// - Parameters:
  ///   - threads: for each picture; nil for all cores, where one is colorized at a time.
  ///   - precision: of networks; studies keep to float32, whose bytes are everywhere the same.
  func kit(
    threads: Int? = nil, precision: CompilationOptions.Precision = .float32
  ) throws -> MethodKit {
    let threads = threads ?? Threads.byDefault
    return try MethodKit(
      weights: weights.map { [$0] } ?? [], globalHints: globalHints(),
      options: CompilationOptions(precision: precision, threads: threads))
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
