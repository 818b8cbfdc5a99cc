import Experiments
import Testing

/// What the catalog says of methods.
@Suite struct MethodCatalogTests {
  private static let own = MethodCatalog.all.filter { $0.name.hasPrefix("affinity-") }

  @Test func ourOwnMethodsStandBesideThePapers() throws {
    let names = MethodCatalog.names
    #expect(
      names.prefix(11) == [
        "gray", "levin2004", "levin2004-ab", "automatic", "local-hints", "affinity-automatic",
        "affinity-hints", "global-hints", "global-hints-saturation", "affinity-global-hints",
        "affinity-global-hints-saturation",
      ])
    for entry in Self.own {
      #expect(entry.title == "\(entry.name) (ours)" && entry.summary.contains("(ours)"))
      // What it is made of.
      for origin in ["ours", "arXiv:1905.11946", "Levin et al. 2004", "Zhang et al. 2017"] {
        #expect(entry.source.contains(origin))
      }
      #expect(entry.network == .affinity && entry.isBuilt)
      #expect(entry.takesStatistics == entry.name.contains("global"))
    }
    #expect(Self.own.count == 4)
    for entry in MethodCatalog.all where !entry.name.hasPrefix("affinity-") {
      #expect(entry.title == entry.name && !entry.source.contains("ours"))
    }
  }

  @Test(
    arguments: [
      ("gray", nil, false), ("automatic", NetworkKind.localHints, false),
      ("local-hints", .localHints, false), ("global-hints", .globalHints, true),
      ("zhang2016", nil, false),
    ])
  func othersNeedTheirNetworks(
    _ name: String, _ network: NetworkKind?, _ takesStatistics: Bool
  ) throws {
    let entry = try MethodCatalog.entry(named: name)
    #expect(entry.network == network && entry.takesStatistics == takesStatistics)
  }

  @Test func theDefaultsAreInTheCatalog() throws {
    let kit = try MethodKit()
    for takesStatistics in [false, true] {
      let name = kit.defaultMethod(takesStatistics: takesStatistics)
      let entry = try MethodCatalog.entry(named: name)
      #expect(entry.network == .affinity && entry.takesStatistics == takesStatistics)
    }
    #expect(
      NetworkKind.allCases.map(\.bundled.name) == [
        "local-hints.safetensors", "global-hints.safetensors", "affinity.safetensors",
      ])
  }
}
