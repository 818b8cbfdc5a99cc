import CCSV
import COpenBLAS
import CSuperLU
import Foundation
import GRDB
import Imaging
import NeuralEngine
import ParallelWork

/// The machine and the libraries of a run.
public struct Environment: Sendable, Codable, Equatable {
  /// Host name.
  public var host: String
  /// Slurm's node and job, where the run was one.
  public var slurmNode: String?
  /// The processor's model.
  public var cpu: String
  /// Cores the process may use: by its affinity mask, and by its control group's quota.
  public var cores: Int
  /// Operating system.
  public var system: String
  /// Libraries and their versions.
  public var libraries: [String: String]
  /// Threads of OpenBLAS inside each job.
  public var blasThreads: Int
  /// The kernels that OpenBLAS computed with, such as `SkylakeX`; nil in older manifests.
  public var blasKernels: String?
  /// Why these.
  public var blasKernelsReason: String?

  /// Looks at the machine.
  public static func current() -> Environment {
    let process = ProcessInfo.processInfo
    let kernels = BLASKernels.current()
    return Environment(
      host: process.hostName, slurmNode: process.environment["SLURMD_NODENAME"],
      cpu: cpuModel() ?? "unknown", cores: UsableCores.count,
      system: process.operatingSystemVersionString, libraries: libraries(),
      blasThreads: Int(openblas_get_num_threads()), blasKernels: kernels.name,
      blasKernelsReason: kernels.reason)
  }

  static func cpuModel() -> String? {
    let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let line = text?.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func libraries() -> [String: String] {
    var found = ImagingLibraries.versions
    found["OpenBLAS"] = String(cString: openblas_get_config()).trimmingCharacters(in: .whitespaces)
    found["oneDNN"] = EngineProcessor.oneDNNVersion
    found["SuperLU"] = String(cString: hb_superlu_version())
    found["SQLite"] = try? DatabaseQueue().read {
      try String.fetchOne($0, sql: "SELECT sqlite_version()")
    }
    found["libcsv"] = "\(CSV_MAJOR).\(CSV_MINOR).\(CSV_RELEASE)"
    found["gnuplot"] = Shell.output("gnuplot", ["--version"])
    return found
  }
}
