import Files
import Foundation
import PaintServer
import Tables

/// What the plans of a design have in common, counted from their tasks alone: it knows nothing of how
/// they were made.
public struct PaintBalance: Sendable, Equatable {
  /// An image in an arm.
  public struct Cell: Sendable, Equatable {
    /// The image.
    public let image: String
    /// The arm.
    public let arm: PaintingArm
    /// How many subjects paint it, training left out.
    public let paintings: Int
  }

  /// A property that a design promises.
  public struct Promise: Sendable, Equatable {
    /// What is counted.
    public let property: String
    /// How much was found.
    public let found: Double
    /// How much may be.
    public let allowed: Double

    /// Whether it is kept.
    public var isKept: Bool { found <= allowed }
  }

  /// Images by arms, sorted by image, without those that are for training.
  public let cells: [Cell]
  /// What is promised.
  public let promises: [Promise]

  /// Counts.
  public init(_ plans: [SubjectPlan]) {
    let tasks = plans.flatMap(\.tasks)
    let main = tasks.filter { $0.kind == .main }
    let counts = Dictionary(grouping: main) { ExactName("\($0.image)\u{0}\($0.arm.rawValue)") }
      .mapValues(\.count)
    let images = Set(main.map { ExactName($0.image) })
    cells = images.sorted().flatMap { image in
      PaintingArm.allCases.map { arm in
        Cell(
          image: image.text, arm: arm,
          paintings: counts[ExactName("\(image)\u{0}\(arm.rawValue)")] ?? 0)
      }
    }
    let training = Set(tasks.filter { $0.kind == .training }.map { ExactName($0.image) })
    promises = [
      Promise(
        property: "difference in paintings between pairs of image and arm",
        found: Self.range(cells.map(\.paintings)), allowed: 1),
      Promise(
        property: "difference in pictures between the arms of a subject",
        found: Self.most(plans) { Self.difference($0, of: .main) }, allowed: 0),
      Promise(
        property: "difference in training pictures between the arms of a subject",
        found: Self.most(plans) { Self.difference($0, of: .training) }, allowed: 1),
      Promise(
        property: "images that a subject paints twice",
        found: Self.most(plans) {
          Double($0.tasks.count - Set($0.tasks.map { ExactName($0.image) }).count)
        },
        allowed: 0),
      Promise(
        property: "training images that count elsewhere",
        found: Double(training.intersection(images).count), allowed: 0),
      Promise(
        property: "difference in subjects between first arms",
        found: Self.range(
          PaintingArm.allCases.map { arm in
            plans.count { $0.tasks.first { $0.kind == .main }?.arm == arm }
          }), allowed: 1),
      Promise(
        property: "difference between the arms' mean positions, of a subject",
        found: Self.most(plans, Self.positionDifference),
        allowed: plans.allSatisfy { $0.tasks.count { $0.kind == .main } % 4 == 0 } ? 0 : 1),
    ]
  }

  /// Promises that are not kept, in words; empty for a design that may be used.
  public var broken: [String] {
    promises.filter { !$0.isKept }.map { "\($0.property): \($0.found), not \($0.allowed)" }
  }

  /// `balance.csv`: header `image,arm,paintings`.
  public var table: Data {
    var csv = CSVWriter(header: ["image", "arm", "paintings"])
    for cell in cells { csv.append([cell.image, cell.arm.rawValue, "\(cell.paintings)"]) }
    return csv.data
  }

  private static func range(_ counts: [Int]) -> Double {
    Double((counts.max() ?? 0) - (counts.min() ?? 0))
  }

  private static func most(_ plans: [SubjectPlan], _ measure: (SubjectPlan) -> Double) -> Double {
    plans.map(measure).max() ?? 0
  }

  private static func difference(_ plan: SubjectPlan, of kind: PaintTaskKind) -> Double {
    range(PaintingArm.allCases.map { arm in plan.tasks.count { $0.kind == kind && $0.arm == arm } })
  }

  private static func positionDifference(_ plan: SubjectPlan) -> Double {
    let means = PaintingArm.allCases.compactMap { arm -> Double? in
      let positions = plan.tasks.filter { $0.kind == .main && $0.arm == arm }.map(\.position)
      return positions.isEmpty ? nil : Double(positions.reduce(0, +)) / Double(positions.count)
    }
    return (means.max() ?? 0) - (means.min() ?? 0)
  }
}
