import Files
import Foundation
import Synchronization

/// Which algorithm was fastest for which layer, on this processor: kept in a file from process to
/// process. A file that is missing, damaged or of another processor counts as empty.
public final class PlanCache: Sendable {
  private struct Stored: Codable {
    var machine: String
    var choices: [String: String]
  }

  private let path: String?
  private let machine: String
  private let choices: Mutex<[String: String]>

  /// Reads what was kept at `path`; nil keeps nothing beyond the process.
  ///
  /// - Parameter machine: whatever else decides which algorithm is fastest: processor, libraries
  ///   and threads.
  public init(path: String?, machine: String) {
    self.path = path
    self.machine = machine
    let kept = path.flatMap { FileManager.default.contents(atPath: $0) }
      .flatMap { try? JSONDecoder().decode(Stored.self, from: $0) }
    choices = Mutex(kept?.machine == machine ? kept?.choices ?? [:] : [:])
  }

  subscript(key: String) -> String? {
    get { choices.withLock { $0[key] } }
    set { choices.withLock { $0[key] = newValue } }
  }

  /// Keeps what is known; a folder that cannot be written only means measuring again.
  func save() {
    guard let path else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    let stored = Stored(machine: machine, choices: choices.withLock { $0 })
    guard let data = try? encoder.encode(stored) else { return }
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try? OutputFile.write(data, to: path)
  }
}
