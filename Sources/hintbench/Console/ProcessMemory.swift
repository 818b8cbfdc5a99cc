import Foundation

/// What this process takes.
enum ProcessMemory {
  /// The most physical memory so far, in MB.
  static var peakMegabytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1000
  }
}
