import Colorization
import Levin2004
import NetworkWeights
import Prose

/// Why a weights file is no affinity network, or cannot do what is asked.
public enum AffinityError: ExplainedError, Sendable, Equatable {
  /// The tensors are not exactly those of the network.
  case weights(NetworkWeightsError)
  /// A metadata entry that should be a number, or one of a few words.
  case badMetadata(path: String, key: String, value: String)
  /// The network was not taught to follow statistics.
  case noGlobalBranch(path: String, method: String)
  /// The network could not be compiled or run.
  case failed(path: String, reason: String)
  /// The hints could not be met.
  case spreading(LevinError)

  /// The case in one line.
  public var message: String { sentence.onOneLine }

  /// 65: bad data; 70: our own fault.
  public var exitCode: Int32 {
    switch self {
    case .weights, .badMetadata, .noGlobalBranch: 65
    case .failed, .spreading: 70
    }
  }

  private var sentence: String {
    switch self {
    case .weights(let error): error.message
    case .badMetadata(let path, let key, let value):
      "\(path): the metadata entry \(key) is '\(value)' where \(expectation(key)) is expected"
    case .noGlobalBranch(let path, let method):
      "\(path): has no layers for global hints (global.*), which the method \(method) needs; train "
        + "some with `network: {family: affinity, global: true}`"
    case .failed(let path, let reason): "\(path): \(reason)"
    case .spreading(let error): error.message
    }
  }

  private func expectation(_ key: String) -> String {
    key == AffinityWeights.pictureSideKey
      ? "a multiple of \(AffinityNetwork.step) from \(AffinityNetwork.step) to 4096"
      : SuggestionRecipe.expectation(of: key) ?? "a number"
  }
}
