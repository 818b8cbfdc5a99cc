import Experiments
import Foundation
import Testing

/// Which kernels OpenBLAS should compute with, by what processors say of themselves.
@Suite struct BLASKernelsTests {
  /// `/proc/cpuinfo` of one processor, as Linux prints it.
  private static func cpuinfo(_ vendor: String, _ flags: String) -> String {
    "processor\t: 0\nvendor_id\t: \(vendor)\ncpu family\t: 6\nmodel name\t: Any: Name\n"
      + "flags\t\t: fpu sse sse2 \(flags)\nvmx flags\t: avx512f\nbugs\t\t: none\n\n"
  }

  private static let avx = "avx"
  private static let avx2 = "avx f16c fma avx2"
  private static let avx512 = avx2 + " avx512f avx512dq avx512cd avx512bw avx512vl"

  private static func processor(_ vendor: String, _ flags: String) -> ProcessorFlags? {
    ProcessorFlags(cpuinfo: cpuinfo(vendor, flags))
  }

  /// A machine, OpenBLAS's choice, and what it should have been; nil for the same.
  struct Machine: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let vendor: String
    let flags: String
    let chosen: String
    let better: String?

    init(_ name: String, _ vendor: String, _ flags: String, _ chosen: String, _ better: String?) {
      testDescription = name
      (self.vendor, self.flags, self.chosen, self.better) = (vendor, flags, chosen, better)
    }
  }

  private static let (intel, amd) = ("GenuineIntel", "AuthenticAMD")
  static let machines = [
    Machine("Emerald Rapids", intel, avx512 + " amx_bf16", "Prescott", "SkylakeX"),
    Machine("Ice Lake", intel, avx512, "SkylakeX", nil),
    Machine("Sapphire Rapids", intel, avx512, "Cooperlake", nil),
    Machine("newer AMD with AVX-512", amd, avx512, "Haswell", "SkylakeX"),
    Machine("AVX-512 hidden by a virtual machine", intel, avx2, "Prescott", "Haswell"),
    Machine("AVX-512 hidden, known processor", intel, avx2, "Haswell", nil),
    Machine("Zen taken for Haswell", amd, avx2, "Haswell", nil),
    Machine("Zen", amd, avx2, "Zen", nil),
    Machine("unknown Zen", amd, avx2, "Prescott", "Zen"),
    Machine("Knights Landing", intel, avx2 + " avx512f avx512cd avx512er", "Haswell", nil),
    Machine("Zen without AVX2 in a virtual machine", amd, avx, "Zen", "Sandybridge"),
    Machine("Sandy Bridge", intel, avx, "Sandybridge", nil),
    Machine("Bulldozer", amd, avx + " fma4", "Bulldozer", nil),
    Machine("no AVX", intel, "ssse3", "Prescott", nil),
    Machine("no AVX, newer kernels", intel, "ssse3", "Nehalem", nil),
    Machine("kernels of a later OpenBLAS", intel, avx512, "DiamondRapids", nil),
  ]

  @Test(arguments: machines) func kernelsSuitTheProcessor(_ machine: Machine) {
    let kernels = BLASKernels(
      name: machine.chosen, processor: Self.processor(machine.vendor, machine.flags),
      replaced: nil, wish: nil)
    #expect(kernels.better == machine.better)
    #expect((kernels.warning != nil) == (machine.better != nil))
    #expect(kernels.reason == "OpenBLAS's own choice" && !kernels.isUsersChoice)
    if let better = machine.better {
      #expect(kernels.warning?.hasSuffix("set OPENBLAS_CORETYPE=\(better)") == true)
    }
  }

  @Test func levelsNeedAllTheirFlags() {
    #expect(Self.processor(Self.intel, Self.avx512)?.level == .avx512)
    for flag in ["avx512f", "avx512dq", "avx512cd", "avx512bw", "avx512vl"] {
      let fewer = Self.avx512.split(separator: " ").filter { $0 != flag }.joined(separator: " ")
      #expect(Self.processor(Self.intel, fewer)?.level == .avx2, "\(flag)")
    }
    #expect(Self.processor(Self.intel, "avx avx2")?.level == .avx)
    #expect(Self.processor(Self.intel, "avx2 fma avx512f")?.level == .sse)
    // Processors of other families have features, not flags.
    #expect(ProcessorFlags(cpuinfo: "processor\t: 0\nFeatures\t: fp asimd\n") == nil)
  }

  @Test func theUsersWishIsObeyed() {
    let processor = Self.processor(Self.intel, Self.avx512)
    let slow = BLASKernels(name: "Haswell", processor: processor, replaced: nil, wish: "haswell")
    #expect(slow.isUsersChoice && slow.reason == "the user's OPENBLAS_CORETYPE=haswell")
    #expect(
      slow.warning
        == "OpenBLAS computes with Haswell kernels, slower than this processor's AVX-512 "
        + "allows: unset OPENBLAS_CORETYPE")
    let unknown = BLASKernels(name: "Cooperlake", processor: processor, replaced: nil, wish: "any")
    #expect(unknown.warning == nil)
    #expect(unknown.reason == "OpenBLAS's own choice: it does not know OPENBLAS_CORETYPE=any")
  }

  @Test(arguments: [avx2, avx, "ssse3"]) func kernelsThatCannotRunAreWarnedOf(_ flags: String) {
    let kernels = BLASKernels(
      name: "SkylakeX", processor: Self.processor(Self.intel, flags), replaced: nil,
      wish: "SkylakeX")
    #expect(!kernels.canRun)
    #expect(
      kernels.warning == "OpenBLAS has kernels for AVX-512 (SkylakeX), which this processor cannot "
        + "run: unset OPENBLAS_CORETYPE")
  }

  /// After a restart nothing is asked for again, and the reason tells what was replaced.
  @Test func aRestartIsTold() {
    let kernels = BLASKernels(
      name: "SkylakeX", processor: Self.processor(Self.intel, Self.avx512), replaced: "Prescott",
      wish: "SkylakeX")
    #expect(kernels.better == nil && kernels.warning == nil && !kernels.isUsersChoice)
    #expect(
      kernels.reason == "chosen for a processor with AVX-512; OpenBLAS by itself took Prescott")
  }

  @Test func anUnknownProcessorIsLeftAlone() {
    let kernels = BLASKernels(name: "NEOVERSEN1", processor: nil, replaced: nil, wish: nil)
    #expect(kernels.better == nil && kernels.warning == nil && kernels.canRun)
  }

  /// Manifests of before the kernels were written down are still read.
  @Test func olderManifestsHaveNoKernels() throws {
    let text = """
      {"blas_threads": 1, "cores": 2, "cpu": "any", "host": "here", "libraries": {}, "system": "x"}
      """
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let old = try decoder.decode(Environment.self, from: Data(text.utf8))
    #expect(old.blasKernels == nil && old.cores == 2)
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let current = Environment.current()
    let data = try encoder.encode(current)
    #expect(try decoder.decode(Environment.self, from: data) == current)
    let keys = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]).keys
    #expect(keys.contains("blas_kernels") && keys.contains("blas_kernels_reason"))
  }
}
