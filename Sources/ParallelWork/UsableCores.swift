import Foundation

/// The cores that a process may use: the one place that every default number of threads and jobs
/// comes from.
public enum UsableCores {
  /// Cores this process may use at a time: those its affinity mask allows, or fewer where its control
  /// group has a quota of processor time; at least 1.
  public static let count = min(allowed(), CPUQuota.read()?.wholeCores ?? allowed())

  /// Cores that the affinity mask allows, which `taskset`, Slurm and `docker --cpuset-cpus` set.
  ///
  /// Foundation's count of active processors is of all that are switched on, allowed or not.
  ///
  /// - Parameter root: the folder in which `proc` lies; another than `/` in tests.
  public static func allowed(root: String = "/") -> Int {
    let status = FileManager.default.contents(atPath: root + "/proc/self/status")
    let lines = String(decoding: status ?? Data(), as: UTF8.self).split(separator: "\n")
    let list = lines.first { $0.hasPrefix("Cpus_allowed_list:") }?.split(separator: ":").last
    let count = list.map { length(of: $0.trimmingCharacters(in: .whitespaces)) } ?? 0
    return count > 0 ? count : max(1, ProcessInfo.processInfo.activeProcessorCount)
  }

  /// How many numbers a list such as `0-3,8` has; 0 for what is no list.
  private static func length(of list: String) -> Int {
    var count = 0
    for part in list.split(separator: ",") {
      let ends = part.split(separator: "-").map { Int($0) ?? -1 }
      guard let first = ends.first, let last = ends.last, 0 <= first, first <= last else {
        return 0
      }
      count += last - first + 1
    }
    return count
  }
}
