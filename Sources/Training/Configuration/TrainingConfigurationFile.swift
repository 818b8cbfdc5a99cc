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
    let data: Data
    do { data = try DeclarationFile.bytes(path, limit: DeclarationFile.sizeLimit) } catch {
      throw TrainingError(error)
    }
    return try parse(data, file: path)
  }

  /// Reads a configuration from bytes; `file` names them in messages.
  public static func parse(
    _ data: Data, file: String
  ) throws(TrainingError) -> TrainingConfiguration {
    do {
      return try DeclarationFile.content(
        of: data, file: file, examples: "Studies/training/", reader: TrainingConfigurationReader()
      ) { $0.configuration(from: $1) }
    } catch {
      throw TrainingError(error)
    }
  }
}
