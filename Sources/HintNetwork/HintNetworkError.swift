import Colorization
import NetworkWeights
import Prose

/// Why a weights file is no hint network, or cannot do what is asked.
public enum HintNetworkError: Error, Sendable, Equatable {
  /// The file's tensors are not those of a hint network.
  case notAHintNetwork(path: String, reason: String)
  /// The tensors are not exactly those of the network that the file seems to hold.
  case weights(NetworkWeightsError)
  /// A metadata entry that should be a number, or one of a few words.
  case badMetadata(path: String, key: String, value: String)
  /// The weights are for the other variant than the method.
  case wrongVariant(path: String, method: String, found: String)
  /// Several layers of a Caffe model would be the same layer of the network.
  case ambiguousLayer(path: String, layer: String, candidates: [String])
  /// The network has no distribution branch, so it cannot suggest colours.
  case noPaletteHead(path: String)
  /// The network could not be compiled or run.
  case failed(path: String, reason: String)

  /// The case in one line.
  public var message: String { sentence.onOneLine }

  private var sentence: String {
    switch self {
    case .notAHintNetwork(let path, let reason):
      "\(path): does not hold a hint network: \(reason)"
    case .weights(let error): error.message
    case .badMetadata(let path, let key, let value):
      "\(path): the metadata entry \(key) is '\(value)' where \(expectation(key)) is expected"
    case .wrongVariant(let path, let method, let found):
      "\(path): holds a \(found) network, which is not what the method \(method) uses"
    case .ambiguousLayer(let path, let layer, let candidates):
      "\(path): more than one Caffe layer could be \(layer): " + candidates.joined(separator: ", ")
    case .noPaletteHead(let path):
      "\(path): has no colour distribution branch (model_class or hypercolumn), so it cannot suggest "
        + "colours"
    case .failed(let path, let reason): "\(path): \(reason)"
    }
  }

  /// What a metadata entry should be.
  private func expectation(_ key: String) -> String {
    switch key {
    case HintNetworkWeights.pictureSideKey: "a number, a multiple of 8 from 16 to 4096,"
    default: SuggestionRecipe.expectation(of: key) ?? "a number"
    }
  }
}
