import Foundation

/// How much processor time a control group gives its processes, as containers have it.
public struct CPUQuota: Sendable, Equatable {
  /// Cores' worth of time, such as 1.5.
  public var cores: Double

  /// Describes a quota.
  public init(cores: Double) { self.cores = cores }

  /// Threads that make use of it: rounded up, at least 1.
  public var wholeCores: Int { max(1, Int(min(cores, 1e6).rounded(.up))) }

  /// The least quota of this process's control group and those above it; nil where there is none.
  ///
  /// Reads `cpu.max` of control groups version 2, and `cpu.cfs_quota_us` with `cpu.cfs_period_us` of
  /// version 1.
  ///
  /// - Parameter root: the folder in which `proc` and `sys` lie; another than `/` in tests.
  public static func read(root: String = "/") -> CPUQuota? {
    guard let groups = text(root + "/proc/self/cgroup") else { return nil }
    var found: [Double] = []
    for line in groups.split(separator: "\n") {
      // number:controllers:path, without controllers in version 2.
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let mount = root + "/sys/fs/cgroup"
      if parts[1].isEmpty {
        found += folders(mount, String(parts[2])).compactMap(quota2)
      } else if parts[1].split(separator: ",").contains("cpu") {
        for name in ["cpu", String(parts[1])] {
          found += folders("\(mount)/\(name)", String(parts[2])).compactMap(quota1)
        }
      }
    }
    return found.min().map(CPUQuota.init)
  }

  /// A group's folder and all above it. Inside a container the path may be that of the machine
  /// outside, of which only the mount itself is to be seen.
  private static func folders(_ mount: String, _ path: String) -> [String] {
    var folders = [mount]
    for part in path.split(separator: "/") where part != ".." {
      folders.append("\(folders.last ?? mount)/\(part)")
    }
    return folders
  }

  /// `max 100000` or `150000 100000`: microseconds in each period.
  private static func quota2(_ folder: String) -> Double? {
    let numbers = text(folder + "/cpu.max")?.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let numbers, numbers.count == 2 else { return nil }
    return ratio(numbers[0], numbers[1])
  }

  /// The quota is −1 where there is none.
  private static func quota1(_ folder: String) -> Double? {
    guard let quota = text(folder + "/cpu.cfs_quota_us"),
      let period = text(folder + "/cpu.cfs_period_us")
    else { return nil }
    return ratio(quota, period)
  }

  private static func ratio(_ quota: String, _ period: String) -> Double? {
    guard let quota = Double(quota), let period = Double(period), quota > 0, period > 0 else {
      return nil
    }
    return quota / period
  }

  private static func text(_ path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
