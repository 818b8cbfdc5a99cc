import Foundation
import NetworkWeights

extension MethodKit {
  /// Why a method of the catalog cannot be made.
  public enum Lack: Sendable, Equatable {
    /// It is announced, not built.
    case notBuilt
    /// It needs a weights file of this kind.
    case weights(NetworkKind)
    /// Its network is there, but not the part of it that takes statistics of a picture.
    case globalBranch(path: String)

    /// The reason in a few words.
    public var explanation: String {
      switch self {
      case .notBuilt: "is not part of this build"
      case .weights(let kind):
        "needs the weights of \(kind.name): --weights FILE (\(Self.absence(of: kind)))"
      case .globalBranch(let path): "needs weights with a global branch, which \(path) lacks"
      }
    }

    /// The reason where the weights that are named are for other methods.
    static func otherWeights(_ file: NetworkFile, wanted: NetworkKind) -> String {
      "needs the weights of \(wanted.name), and \(file.path) holds those of \(file.kind.name)"
    }

    /// Why the weights that should be at hand are not.
    private static func absence(of kind: NetworkKind) -> String {
      let variable = BundledFile.folderVariable
      guard let folder = ProcessInfo.processInfo.environment[variable] else {
        return "the bundled ones are not beside this program"
      }
      return "\(variable) names \(folder), where \(kind.bundled.name) is not"
    }
  }
}
