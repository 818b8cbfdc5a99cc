import Foundation
import Testing

/// What the program makes of the machine: BLAS kernels, threads, and measuring them.
@Suite struct MachineTests {
  private static let kernels = "OPENBLAS_CORETYPE"
  private static let isWishedFor = ProcessInfo.processInfo.environment[kernels] != nil
  /// The flags of the first processor; none where it is of another family.
  private static let flags: Set<Substring> = {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("flags") } ?? ""
    return Set(line.split(separator: " "))
  }()

  private static func doctor(_ environment: [String: String] = [:]) throws -> [String: Any] {
    let outcome = try Scratch().run("doctor", "--json", environment: environment)
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(json as? [String: Any])
  }

  /// OpenBLAS's own choice is replaced where the processor can do more.
  @Test(.enabled(if: !isWishedFor)) func kernelsSuitTheProcessor() throws {
    let found = try Self.doctor()
    let name = try #require(found["blas_kernels"] as? String)
    if Self.flags.isSuperset(of: ["avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512cd"]) {
      #expect(["SkylakeX", "Cooperlake", "SapphireRapids"].contains(name))
    } else if Self.flags.isSuperset(of: ["avx2", "fma"]) {
      #expect(["Haswell", "Zen", "Excavator"].contains(name))
    }
    #expect(try #require(found["warnings"] as? [String]).allSatisfy { !$0.contains("OpenBLAS") })
  }

  /// What the user says holds, and is warned of where the processor can do more.
  @Test(.enabled(if: flags.isSuperset(of: ["avx2", "fma"]))) func theUsersKernelsStay() throws {
    let found = try Self.doctor([Self.kernels: "Nehalem"])
    #expect(found["blas_kernels"] as? String == "Nehalem")
    #expect(found["blas_kernels_reason"] as? String == "the user's OPENBLAS_CORETYPE=Nehalem")
    let told = try Scratch().run("doctor", environment: [Self.kernels: "Nehalem"]).output
    #expect(told.contains("\nwarning: OpenBLAS computes with Nehalem kernels, slower than"))
    #expect(!told.contains("nothing is missing"))
  }

  /// With the mark of a restart there is no other, whatever OpenBLAS makes of its variable.
  @Test(.enabled(if: flags.isSuperset(of: ["avx2", "fma"]))) func oneRestartIsEnough() throws {
    let found = try Self.doctor([
      Self.kernels: "Nehalem", "HINTBENCH_REPLACED_KERNELS": "Prescott",
    ])
    #expect(found["blas_kernels"] as? String == "Nehalem")
  }

  @Test func defaultsObeyTheAffinityMask() throws {
    let scratch = try Scratch()
    let program = try #require(Program.path)
    let child = try Child(
      "/usr/bin/taskset", ["--cpu-list", Self.lastAllowedCore, program, "doctor"],
      folder: scratch.path, environment: [:])
    let outcome = child.wait()
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("\njobs by default: 1, each on one thread\n"))
  }

  private static var lastAllowedCore: String {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") } ?? ""
    return String(line.split { !$0.isNumber }.last ?? "0")
  }

  /// Every measurement says at once what it does; `--quiet` leaves that out.
  @Test(arguments: [
    ["forward", "--width", "8", "--size", "16", "--runs", "1", "--planning", "ruled"],
    ["levin", "--size", "64", "--points", "1", "--steps", "1"],
    ["training", "--width", "4", "--size", "16", "--batch", "2", "--steps", "1", "--warmup", "0"],
    ["pipeline", "tiny.yaml", "--limit", "1", "--jobs", "1"],
  ]) func benchesSayWhatTheyDo(_ arguments: [String]) throws {
    let scratch = try Scratch()
    try scratch.put(tinyStudy, "tiny.yaml")
    let told = try Program.start(["bench"] + arguments, in: scratch.path).wait()
    #expect(told.code == 0)
    #expect(told.errorLines.first?.hasPrefix("Measuring ") == true)
    let quiet = try Program.start(["bench"] + arguments + ["--quiet"], in: scratch.path).wait()
    #expect(quiet.code == 0 && quiet.errors.isEmpty)
    // Results stay what they were: CSV with a header.
    #expect(quiet.output.split(separator: "\n").count >= 2)
    #expect(
      quiet.output.split(separator: "\n").first?.contains("seconds") == true
        || quiet.output.hasPrefix("what,") || quiet.output.hasPrefix("network,"))
  }
}
