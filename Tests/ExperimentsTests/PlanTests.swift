import Experiments
import Foundation
import Imaging
import Testing

/// What a run has to do, and what its units are known by.
@Suite struct PlanTests {
  @Test func thereIsAUnitForEachImageMethodAndOracle() throws {
    let plan = try plan(study())
    #expect(plan.units.count == 3 * 2 * 2)
    #expect(Set(plan.units.map(\.key)).count == 12)
    #expect(Set(plan.units.map(\.name)).count == 12)
    #expect(plan.units.allSatisfy { $0.key.count == 64 && $0.points == [0, 1, 3] })
    #expect(plan.missing.isEmpty)
  }

  @Test func methodsThatAreNotBuiltAreLeftOut() throws {
    let plan = try plan(study(tinyText(["methods": "methods: [gray, deepprop2016]"])))
    #expect(plan.missing.map(\.name) == ["deepprop2016"])
    #expect(plan.methods.map(\.identity.name) == ["gray"])
    let onlyMissing = try study(tinyText(["methods": "methods: [deepprop2016]"]))
    #expect(throws: ExperimentError.noMethods(study: "tiny")) {
      try Plan(study: onlyMissing, images: plan.images, kit: MethodKit())
    }
  }

  @Test(arguments: 1...14) func shardsPartTheUnits(_ count: Int) throws {
    let plan = try plan(study())
    let parts = (1...count).map { plan.units(of: Shard(index: $0, count: count)).map(\.key) }
    #expect(parts.flatMap(\.self).sorted() == plan.units.map(\.key).sorted())
    let sizes = parts.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
  }

  @Test(arguments: 2...5) func equalPicturesAreDoneInOneShard(_ count: Int) throws {
    try withFolder { folder in
      for name in ["a", "b", "c"] { try putPicture("\(folder)/\(name).png", (200, 40, 40)) }
      try putPicture("\(folder)/d.png", (40, 200, 40))
      let plan = try plan(study(), folder: folder)
      let parts = (1...count).map { Set(plan.units(of: Shard(index: $0, count: count)).map(\.key)) }
      #expect(parts.map(\.count).reduce(0, +) == Set(plan.units.map(\.key)).count)
    }
  }

  /// Changes of the study after which results are other ones.
  @Test(
    arguments: [
      "seed: 8", "size: 33", "points: [0, 1, 4]", "patch: 5", "metrics: [psnr]", "study: other",
    ])
  func keysDependOnWhatChangesResults(_ line: String) throws {
    let key = try #require(line.split(separator: ":").first.map(String.init))
    try withFolder { folder in
      try putPicture("\(folder)/a.png", (200, 40, 40))
      let before = try plan(study(), folder: folder).units.map(\.key)
      let changes: KeyValuePairs = [key: line]
      let after = try plan(study(tinyText(changes)), folder: folder).units.map(\.key)
      #expect(Set(before).isDisjoint(with: after))
    }
  }

  /// Changes after which results are the same.
  @Test(arguments: ["title: Another", "source: elsewhere", "version: 2", "scenes: 9"])
  func keysDependOnNothingElse(_ line: String) throws {
    let key = try #require(line.split(separator: ":").first.map(String.init))
    let before = try plan(study(), limit: 2).units.map(\.key)
    let after = try plan(study(tinyText([key: line])), limit: 2).units.map(\.key)
    #expect(before == after)
  }

  @Test func keysDependOnBytesAndNotOnNamesOrNeighbors() throws {
    try withFolder { folder in
      try putPicture("\(folder)/b.png", (200, 40, 40))
      let alone = try plan(study(), folder: folder).units
      try putPicture("\(folder)/a.png", (40, 40, 200))
      let together = try plan(study(), folder: folder).units
      #expect(together.filter { $0.image.name == "b.png" }.map(\.key) == alone.map(\.key))
      try FileManager.default.moveItem(atPath: "\(folder)/b.png", toPath: "\(folder)/c.png")
      let renamed = try plan(study(), folder: folder).units
      #expect(renamed.filter { $0.image.name == "c.png" }.map(\.key) == alone.map(\.key))
      try putPicture("\(folder)/c.png", (200, 40, 41))
      let changed = try plan(study(), folder: folder).units.filter { $0.image.name == "c.png" }
      #expect(Set(changed.map(\.key)).isDisjoint(with: alone.map(\.key)))
    }
  }

  @Test func keysDoNotDependOnTheOrderOfTheStudy() throws {
    let reordered = tinyText([
      "methods": "methods: [levin2004-ab, gray]", "oracles": "oracles: [max-error, random]",
    ])
    let (one, other) = (try plan(study()), try plan(study(reordered)))
    #expect(Set(one.units.map(\.key)) == Set(other.units.map(\.key)))
    #expect(one.units.map(\.key) != other.units.map(\.key))
  }

  @Test func aPictureThatChangedSinceIsRefused() throws {
    try withFolder { folder in
      try putPicture("\(folder)/a.png", (200, 40, 40))
      let image = try #require(try plan(study(), folder: folder).images.images.first)
      #expect(try image.picture(side: 16).height == 16)
      try putPicture("\(folder)/a.png", (200, 40, 41))
      #expect(throws: ExperimentError.self) { try image.picture(side: 16) }
    }
  }
}
