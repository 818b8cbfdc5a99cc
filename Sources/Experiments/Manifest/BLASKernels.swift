import COpenBLAS
import Foundation

/// The kernels that OpenBLAS computes with, and why these.
///
/// OpenBLAS 0.3.21 knows processors by their model number. From one that is newer than it, it takes
/// the plainest kernels it has (Prescott's, of 2004), or those of an old relative. So they are chosen
/// here, from what the processor says it can do. OpenBLAS reads ``variable`` only while it is loaded:
/// a program that wants ``better`` ones has to start itself again, as `hintbench` does.
public struct BLASKernels: Sendable, Equatable {
  /// The environment variable that OpenBLAS obeys.
  public static let variable = "OPENBLAS_CORETYPE"
  /// Where a program that starts itself again writes down which kernels OpenBLAS had chosen.
  public static let replacedVariable = "HINTBENCH_REPLACED_KERNELS"

  /// The kernels in use, such as `SkylakeX`.
  public var name: String
  /// Why these.
  public var reason: String
  /// Kernels that suit the processor better; nil where these suit it, or nothing is known.
  public var better: String?
  /// False for kernels that end the process at their first instruction.
  public var canRun: Bool
  /// What is wrong with the kernels, for people; nil where nothing is.
  public var warning: String?
  /// Whether the choice is the user's, who set ``variable``.
  public var isUsersChoice: Bool

  /// What this process computes with.
  public static func current() -> BLASKernels {
    let environment = ProcessInfo.processInfo.environment
    return BLASKernels(
      name: String(cString: openblas_get_corename()), processor: .current(),
      replaced: environment[replacedVariable], wish: environment[variable])
  }

  /// Judges kernels.
  ///
  /// - Parameters:
  ///   - name: those in use.
  ///   - processor: what the processor can do; nil where that is not known.
  ///   - replaced: those that OpenBLAS had chosen before the program started itself again.
  ///   - wish: the value of ``variable``; nil where it is not set.
  public init(name: String, processor: ProcessorFlags?, replaced: String?, wish: String?) {
    self.name = name
    isUsersChoice = replaced == nil && wish != nil
    let needed = Self.level(of: name)
    canRun = needed == nil || processor.map { (needed ?? .sse) <= $0.level } ?? true
    if let processor, let needed, needed != processor.level { better = processor.suitedKernels }
    let has = processor?.level.name ?? "unknown instructions"
    if let replaced {
      reason = "chosen for a processor with \(has); OpenBLAS by itself took \(replaced)"
    } else if let wish {
      reason =
        Self.level(of: wish) == nil
        ? "OpenBLAS's own choice: it does not know \(Self.variable)=\(wish)"
        : "the user's \(Self.variable)=\(wish)"
    } else {
      reason = "OpenBLAS's own choice"
    }
    guard let better, let needed, let processor else { return }
    warning =
      needed > processor.level
      ? "OpenBLAS has kernels for \(needed.name) (\(name)), which this processor cannot run: "
      : "OpenBLAS computes with \(name) kernels, slower than this processor's \(has) allows: "
    warning? += isUsersChoice ? "unset \(Self.variable)" : "set \(Self.variable)=\(better)"
  }

  /// What kernels need; nil for names that this code does not know, such as those of other kinds of
  /// processors.
  static func level(of kernels: String) -> ProcessorFlags.Level? {
    switch kernels.lowercased() {
    case "katmai", "coppermine", "northwood", "prescott", "banias", "atom", "core2", "penryn",
      "dunnington", "nehalem", "athlon", "opteron", "opteron_sse3", "barcelona", "nano", "bobcat":
      .sse
    case "sandybridge", "bulldozer", "piledriver", "steamroller": .avx
    case "haswell", "excavator", "zen": .avx2
    case "skylakex", "cooperlake", "sapphirerapids": .avx512
    default: nil
    }
  }
}
