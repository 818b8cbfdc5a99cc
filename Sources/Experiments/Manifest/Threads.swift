import COpenBLAS
import Foundation

/// The one place that decides who gets threads: jobs do, libraries inside a job do not.
public enum Threads {
  /// Keeps OpenBLAS on one thread; call once before any work.
  public static func keepLibrariesSingleThreaded() {
    openblas_set_num_threads(1)
  }

  /// The kernels OpenBLAS chose, such as `SkylakeX`.
  public static var blasKernels: String { String(cString: openblas_get_corename()) }

  /// The environment variable that would give faster kernels, when OpenBLAS does not know this
  /// processor and fell back to those for Haswell although it has AVX-512.
  public static var betterKernels: (variable: String, value: String)? {
    guard blasKernels == "Haswell",
      let info = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
      ["avx512f", "avx512bw", "avx512vl", "avx512dq"].allSatisfy({ info.contains(" \($0)") })
    else { return nil }
    return ("OPENBLAS_CORETYPE", "SkylakeX")
  }
}
