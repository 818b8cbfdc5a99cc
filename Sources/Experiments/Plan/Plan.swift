import Colorization

/// Everything a run has to do: one unit for each image, method and revealer.
public struct Plan: Sendable {
  /// The study being run.
  public let study: Study
  /// Its images.
  public let images: ImageSet
  /// The methods of the study that can be run, in the study's order.
  public let methods: [any Colorizer]
  /// The methods of the study that cannot be run, and what they lack.
  public let missing: [(name: String, lack: MethodKit.Lack)]
  /// All units, sorted by image, then as the study lists methods and revealers.
  public let units: [StudyUnit]

  /// Plans a study on images.
  ///
  /// - Parameter kit: makes the methods.
  /// - Throws: ``ExperimentError/noMethods(study:)``, or what a method throws that cannot be made.
  public init(study: Study, images: ImageSet, kit: MethodKit) throws {
    let entries = study.methods.compactMap { name in MethodCatalog.all.first { $0.name == name } }
    let missing = entries.compactMap { entry in
      kit.lack(of: entry).map { (name: entry.name, lack: $0) }
    }
    let methods = try entries.filter { kit.lack(of: $0) == nil }.map { try kit.make($0) }
    try self.init(study: study, images: images, methods: methods, missing: missing)
  }

  /// Plans a study with methods that are made already.
  init(
    study: Study, images: ImageSet, methods: [any Colorizer],
    missing: [(name: String, lack: MethodKit.Lack)] = []
  ) throws {
    self.study = study
    self.images = images
    self.methods = methods
    self.missing = missing
    guard !methods.isEmpty else { throw ExperimentError.noMethods(study: study.name) }
    var units: [StudyUnit] = []
    for image in images.images {
      let reference = study.reference == .other ? study.reference(for: image, in: images) : nil
      for method in methods {
        for revealer in study.revealers {
          units.append(
            StudyUnit(
              study: study, image: image, method: method, revealer: revealer,
              reference: reference))
        }
      }
    }
    self.units = units
  }

  /// The units of one shard. Dealt out by the units' hashes, so that every shard gets its share of
  /// the slow methods.
  public func units(of shard: Shard) -> [StudyUnit] {
    guard shard.count > 1 else { return units }
    // Equal pictures have equal units, which stay together.
    let ranks = Set(units.map(\.key)).sorted().enumerated()
    let mine = Set(ranks.filter { $0.offset % shard.count == shard.index - 1 }.map(\.element))
    return units.filter { mine.contains($0.key) }
  }
}
