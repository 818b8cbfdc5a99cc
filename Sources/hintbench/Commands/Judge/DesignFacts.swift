import PerceptualStudy

/// A design for programs: `judge design --json`.
struct DesignFacts: Encodable {
  let study: String
  /// Where it is; nil where nothing was written.
  let folder: String?
  let hash: String
  let judges: Int
  /// Trials of each judge, by kind.
  let trials: [String: Int]
  let methods: [String]
  let images: [String]
  let balance: [Promise]
  let leftOut: [LeftOut]
  let stretched: Int
  /// Pairs of image and method that nobody judges.
  let unjudged: Int
  /// Whether the folder held this very design already.
  let wasThere: Bool

  /// A property of the schedules.
  struct Promise: Encodable {
    let property: String
    let found: Int
    let allowed: Int
  }

  /// A picture that is not shown.
  struct LeftOut: Encodable {
    let picture: String
    let reason: String
  }

  init(_ report: StudyDesigner.Report, folder: String?) {
    let design = report.design
    study = design.study
    self.folder = folder
    hash = design.hash
    judges = design.schedules.count
    trials = Dictionary(grouping: design.schedules.first?.trials ?? [], by: \.kind.rawValue)
      .mapValues(\.count)
    methods = design.methods.map(\.name)
    images = design.pictures.map(\.image)
    balance = report.balance.promises.map {
      Promise(property: $0.property, found: $0.found, allowed: $0.allowed)
    }
    leftOut = report.leftOut.map { LeftOut(picture: $0.image, reason: $0.reason) }
    (stretched, unjudged, wasThere) = (report.stretched, report.unjudged, report.wasThere)
  }
}
