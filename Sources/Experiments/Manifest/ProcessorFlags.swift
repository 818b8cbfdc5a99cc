import Foundation

/// What a processor can do, as Linux tells it: flags that the processor has and the kernel supports.
public struct ProcessorFlags: Sendable, Equatable {
  /// Vector instructions, each level with all below it.
  public enum Level: Int, Sendable, Comparable {
    /// 128 bits.
    case sse
    /// 256 bits, no products added in one instruction.
    case avx
    /// 256 bits with whole numbers and fused products.
    case avx2
    /// 512 bits as server processors have had it since 2017: F, CD, BW, DQ and VL.
    case avx512

    /// As people write it.
    public var name: String { ["SSE", "AVX", "AVX2", "AVX-512"][rawValue] }

    /// Compares by power.
    public static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
  }

  /// The maker's name, such as `AuthenticAMD`.
  public var vendor: String
  /// The flags, such as `avx512f`.
  public var flags: Set<String>

  /// This machine's; nil where it is not of the x86 family, or does not say.
  public static func current() -> ProcessorFlags? {
    guard let data = FileManager.default.contents(atPath: "/proc/cpuinfo") else { return nil }
    return ProcessorFlags(cpuinfo: String(decoding: data, as: UTF8.self))
  }

  /// Reads the first processor of `/proc/cpuinfo`; nil where it has no flags.
  public init?(cpuinfo: String) {
    func value(_ key: String) -> Substring? {
      for line in cpuinfo.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        if parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == key {
          return parts[1]
        }
      }
      return nil
    }
    guard let flags = value("flags") else { return nil }
    self.flags = Set(flags.split(separator: " ").map(String.init))
    vendor = value("vendor_id")?.trimmingCharacters(in: .whitespaces) ?? ""
  }

  private func has(_ names: String...) -> Bool { flags.isSuperset(of: names) }

  /// The most that the processor has.
  public var level: Level {
    guard has("avx") else { return .sse }
    guard has("avx2", "fma") else { return .avx }
    return has("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl") ? .avx512 : .avx2
  }

  /// The kernels of OpenBLAS 0.3.21 that suit the processor.
  public var suitedKernels: String {
    switch level {
    case .sse: "Prescott"
    case .avx: "Sandybridge"
    case .avx2: ["AuthenticAMD", "HygonGenuine"].contains(vendor) ? "Zen" : "Haswell"
    case .avx512: "SkylakeX"
    }
  }
}
