import Experiments
import Foundation
import SimulatedUsers
import Testing

/// What correct study files mean.
@Suite struct StudyTests {
  @Test func readsEveryKey() throws {
    let read = try study(tinyText(["strip": "strip: {oracle: max-error, points: 3}"]))
    #expect(read.name == "tiny" && read.version == 1 && read.title == "A tiny study")
    #expect(read.source == "nowhere" && read.size == 32 && read.seed == 7)
    #expect(read.sceneCount == 3 && read.methods == ["gray", "levin2004-ab"])
    #expect(read.revealers == [.oracle(.random), .oracle(.maxError)])
    #expect(read.points == [0, 1, 3] && read.patch == 3 && read.metrics == ["psnr", "ssim"])
    #expect(read.strip.revealer == .oracle(.maxError) && read.strip.points == 3)
    #expect(read.published.isEmpty)
  }

  @Test func defaultsAreThoseOfThePaper() throws {
    let read = try study(
      "study: a\nversion: 1\ntitle: t\nmethods: [gray]\noracles: [random]\npoints: [0, 9, 50]\n")
    #expect(read.size == 256 && read.patch == 7 && read.metrics == ["psnr"] && read.seed == 2017)
    #expect(read.strip.revealer == .oracle(.random) && read.strip.points == 9)
  }

  @Test func theHashIsOfTheBytes() throws {
    // SHA-256 of the text, by sha256sum.
    let text = "study: a\nversion: 1\ntitle: t\nmethods: [gray]\noracles: [none]\n"
    #expect(
      try study(text).hash == "d02f3c2c84c34b3dec5d5e3f10ec060b16aa1580aa4539bcbdb0bd212651a94f")
    #expect(try study(text + "# more\n").hash != study(text).hash)
  }

  @Test func pointsDependOnTheRevealer() throws {
    let read = try study(tinyText(["oracles": "oracles: [none, random, everything]"]))
    #expect(read.points(for: .nothing) == [0])
    #expect(read.points(for: .everything) == [32 * 32])
    #expect(read.points(for: .oracle(.random)) == [0, 1, 3])
  }

  @Test func publishedFiguresAreFoundByMethodOracleAndPoints() throws {
    let read = try study(
      tinyText([
        "published": """
        published:
          - {method: gray, oracle: random, source: Table 1, psnr_db: {any: 22.82, 3: 23}, \
        se_db: {any: 0.18}}
          - {method: levin2004-ab, oracle: max-error, source: s, psnr_db: {0: inf, 10: 28.5}}
        """
      ]))
    func figure(_ method: String, _ oracle: OracleKind, _ points: Int) -> PublishedFigure? {
      read.published(method: method, revealer: .oracle(oracle), points: points)
    }
    #expect(figure("gray", .random, 0)?.mean == 22.82)
    #expect(figure("gray", .random, 500)?.standardError == 0.18)
    #expect(figure("gray", .random, 3)?.mean == 23)
    #expect(figure("gray", .random, 3)?.standardError == nil)
    #expect(figure("gray", .maxError, 0) == nil)
    #expect(figure("levin2004-ab", .maxError, 0)?.mean == .infinity)
    #expect(figure("levin2004-ab", .maxError, 10)?.mean == 28.5)
    #expect(figure("levin2004-ab", .maxError, 11) == nil)
    #expect(figure("levin2004", .maxError, 10) == nil)
    #expect(read.published.map(\.source) == ["Table 1", "s"])
  }

  @Test(arguments: ["none", "everything", "random", "max-error"])
  func revealersHaveTheirNames(_ name: String) {
    #expect(Revealer(name: name)?.name == name)
    #expect(Revealer(name: name.uppercased()) == nil)
    #expect(Revealer(name: name)?.isShared == (name != "max-error"))
  }

  @Test func everyStudyOfThePackageIsCorrect() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Studies")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { name in
        // Studies of people are read by their own readers.
        name.hasSuffix(".yaml") && !["table2", "novices"].contains(where: name.hasPrefix)
      }
    #expect(names.count >= 8)
    for name in names {
      let read = try StudyFile.read(folder.appendingPathComponent(name).path)
      #expect("\(read.name).yaml" == name)
      let floors = Set(["gray", "nine-colors"])
      #expect(!floors.isDisjoint(with: read.methods), "a floor belongs into every study")
      for curve in read.published {
        let title = try MethodCatalog.entry(named: curve.method).title
        #expect(title == curve.method, "what is published is of the paper's methods")
      }
    }
  }

  @Test func theCatalogHasUniqueNamesAndMakesWhatItNames() throws {
    #expect(Set(MethodCatalog.names).count == MethodCatalog.names.count)
    let kit = try MethodKit()
    var made = 0
    for entry in MethodCatalog.all {
      guard kit.lack(of: entry) == nil else {
        #expect(throws: ExperimentError.self) { try kit.colorizer(named: entry.name) }
        continue
      }
      made += 1
      #expect(try kit.make(entry).identity.name == entry.name)
    }
    #expect(made >= 3)
    #expect(throws: ExperimentError.self) { try kit.colorizer(named: "Gray") }
  }
}
