import COpenBLAS
import Foundation
import ParallelWork

/// The one place that decides who gets threads: jobs do, libraries inside a job do not.
public enum Threads {
  /// Keeps OpenBLAS on one thread; call once before any work.
  public static func keepLibrariesSingleThreaded() {
    openblas_set_num_threads(1)
  }

  /// Jobs and threads where nobody says how many: the cores that the process may use.
  public static var byDefault: Int { UsableCores.count }

  /// Cores that the process's affinity mask allows.
  public static var allowedCores: Int { UsableCores.allowed() }

  /// Cores' worth of processor time that the control group has; nil for no limit.
  public static var quota: Double? { CPUQuota.read()?.cores }

  /// How the networks' threads wait for each other, for people.
  public static var waiting: String {
    let environment = ProcessInfo.processInfo.environment
    let said = ["OMP_WAIT_POLICY", "GOMP_SPINCOUNT"].compactMap { name in
      environment[name].map { "\(name)=\($0)" }
    }
    return said.isEmpty
      ? "asleep after some microseconds"
      : "asleep after some microseconds, in oneDNN as \(said.joined(separator: ", ")) says"
  }
}
