import Foundation
import ParallelWork
import ScratchFolders
import Testing

/// How many cores a process may use, by its affinity mask and its control group.
@Suite struct UsableCoresTests {
  /// A tree of `/proc` and `/sys` as a process in a control group sees it.
  private static func tree(_ files: [String: String]) throws -> ScratchFolder {
    let root = try ScratchFolder()
    for (name, text) in files {
      try FileManager.default.createDirectory(
        atPath: root.file((name as NSString).deletingLastPathComponent),
        withIntermediateDirectories: true)
      try root.put(text + "\n", name)
    }
    return root
  }

  private static let group = "proc/self/cgroup"
  private static let mount = "sys/fs/cgroup"

  @Test func theLeastQuotaOnTheWayUpCounts() throws {
    let root = try Self.tree([
      Self.group: "0::/outer/inner", "\(Self.mount)/cpu.max": "max 100000",
      "\(Self.mount)/outer/cpu.max": "150000 100000",
      "\(Self.mount)/outer/inner/cpu.max": "800000 200000",
    ])
    let quota = CPUQuota.read(root: root.path)
    #expect(quota == CPUQuota(cores: 1.5) && quota?.wholeCores == 2)
  }

  /// In a container the path may be the machine's, and the mount the container's own.
  @Test func aContainersOwnMountCounts() throws {
    let root = try Self.tree([
      Self.group: "0::/system.slice/docker-1234.scope", "\(Self.mount)/cpu.max": "50000 100000",
    ])
    let quota = CPUQuota.read(root: root.path)
    #expect(quota == CPUQuota(cores: 0.5) && quota?.wholeCores == 1)
  }

  @Test func versionOneIsRead() throws {
    for folder in ["cpu", "cpu,cpuacct"] {
      let root = try Self.tree([
        Self.group: "5:memory:/other\n4:cpu,cpuacct:/job",
        "\(Self.mount)/\(folder)/cpu.cfs_quota_us": "-1",
        "\(Self.mount)/\(folder)/cpu.cfs_period_us": "100000",
        "\(Self.mount)/\(folder)/job/cpu.cfs_quota_us": "400000",
        "\(Self.mount)/\(folder)/job/cpu.cfs_period_us": "100000",
      ])
      #expect(CPUQuota.read(root: root.path) == CPUQuota(cores: 4), "\(folder)")
    }
  }

  @Test func withoutAQuotaThereIsNone() throws {
    let unlimited = try Self.tree([Self.group: "0::/", "\(Self.mount)/cpu.max": "max 100000"])
    #expect(CPUQuota.read(root: unlimited.path) == nil)
    for text in ["", "0 100000", "1 2 3", "100000 0", "x y"] {
      let odd = try Self.tree([Self.group: "0::/", "\(Self.mount)/cpu.max": text])
      #expect(CPUQuota.read(root: odd.path) == nil, "\(text)")
    }
    let nothing = try Self.tree(["a/b": ""])
    #expect(CPUQuota.read(root: nothing.path) == nil)
  }

  @Test(arguments: [
    ("0-1", 2), ("5", 1), ("0-3,8,10-11", 7), ("0,2", 2), ("0-1023", 1024),
  ]) func theAffinityMaskIsObeyed(_ list: String, _ count: Int) throws {
    let root = try Self.tree([
      "proc/self/status": "Name:\thintbench\nCpus_allowed:\tff\nCpus_allowed_list:\t\(list)\nx:\t1"
    ])
    #expect(UsableCores.allowed(root: root.path) == count)
  }

  @Test func withoutAMaskAllCoresCount() throws {
    let all = ProcessInfo.processInfo.activeProcessorCount
    for text in ["Name:\tx", "Cpus_allowed_list:\t", "Cpus_allowed_list:\t3-1"] {
      let root = try Self.tree(["proc/self/status": text])
      #expect(UsableCores.allowed(root: root.path) == all, "\(text)")
    }
    #expect((1...UsableCores.allowed()).contains(UsableCores.count))
  }
}
