import Declarations
import Foundation

/// Reads training configurations and names every mistake in them.
public enum TrainingConfigurationFile {
  /// Reads a configuration.
  ///
  /// - Parameter path: of a YAML file.
  /// - Throws: ``TrainingError/missing(_:)``, ``TrainingError/unreadable(_:)``, or
  ///   ``TrainingError/invalidConfiguration(file:problems:)`` with every mistake.
  public static func read(_ path: String) throws(TrainingError) -> TrainingConfiguration {
    do {
      let data = try DeclarationFile.bytes(path, limit: DeclarationFile.sizeLimit)
      return try parsed(data, file: path)
    } catch {
      throw TrainingError(error)
    }
  }

  /// Reads a configuration from bytes; `file` names them in messages.
  public static func parse(
    _ data: Data, file: String
  ) throws(TrainingError) -> TrainingConfiguration {
    do {
      return try parsed(data, file: file)
    } catch {
      throw TrainingError(error)
    }
  }

  private static func parsed(
    _ data: Data, file: String
  ) throws(DeclarationError) -> TrainingConfiguration {
    let root = try DeclarationFile.tree(of: data, file: file, examples: "Studies/training/")
    var reader = TrainingConfigurationReader()
    let configuration = reader.configuration(from: root)
    guard let configuration, reader.problems.isEmpty else {
      throw .mistakes(file: file, problems: reader.problems.sorted { $0.line < $1.line })
    }
    return configuration
  }
}
