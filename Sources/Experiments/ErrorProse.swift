import Colorization
import HintNetwork
import ImageMetrics
import Levin2004
import NeuralEngine
import Prose
import SimulatedUsers
import WeightFiles

/// The prose of any error of the package, and the exit code it ends the process with.
///
/// 65 is bad input, 66 a missing input, 70 our own fault, 74 input or output, as in sysexits.h.
public func describe(_ error: any Error) -> String {
  switch error {
  case let error as ExperimentError: error.message
  case let error as GlobalHintsError: error.message
  case let error as HintNetworkError: error.message
  case let error as LevinError: error.message
  case let error as MetricError: error.message
  case let error as NeuralEngineError: error.message
  case let error as OracleError: error.message
  case let error as WeightFileError: error.message
  case let error as any ExplainedError: error.message
  default: "\(error)"
  }
}

/// The exit code for an error; nil for errors that the command line itself explains.
public func exitCode(for error: any Error) -> Int32? {
  switch error {
  case let error as ExperimentError: error.exitCode
  case let error as WeightFileError: error.exitCode
  case HintNetworkError.failed, is NeuralEngineError: 70
  case HintNetworkError.wrongVariant, HintNetworkError.noPaletteHead, is GlobalHintsError: 64
  case is HintNetworkError: 65
  case is LevinError, is MetricError, is OracleError: 65
  case let error as any ExplainedError: error.exitCode
  default: nil
  }
}
