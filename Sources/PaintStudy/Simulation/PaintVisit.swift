import Colorimetry
import Files
import Foundation
import Imaging
import PaintServer
import Painting

/// A simulated painter's way through a study: what a page does, without the page, in simulated time.
struct PaintVisit: Sendable {
  let client: PaintClient
  let plan: SubjectPlan
  let design: PaintStudyDesign
  let folder: String
  let model: PainterModel
  let seed: UInt64

  /// The name that the painter's chance depends on.
  private var name: String { SubjectName(number: plan.subject, isSimulated: true).description }

  /// Enters, and checks that the server shows the plan.
  func enter() async throws(PaintStudyError) -> [String] {
    let entered = try await client.enter(subject: name)
    let fits =
      !entered.isFree && entered.method == design.method
      && entered.pictures.map(\.isTraining) == plan.tasks.map { $0.kind == .training }
    guard fits else {
      throw .badServer(url: client.server, reason: "it serves something else than \(folder)")
    }
    return entered.pictures.map(\.id)
  }

  /// Paints all pictures of the plan.
  ///
  /// - Returns: how many points were made.
  func paint(_ pictures: [String]) async throws(PaintStudyError) -> Int {
    var points = 0
    for (picture, task) in zip(pictures, plan.tasks) {
      points += try await paint(picture, task)
    }
    return points
  }

  private func paint(_ picture: String, _ task: PaintTask) async throws(PaintStudyError) -> Int {
    guard try await client.controls(of: picture) == task.arm.controls else {
      throw .badServer(
        url: client.server,
        reason: "picture \(task.position) is not painted in the arm that \(folder) says")
    }
    let (truth, lightness) = try await look(at: picture, task)
    var painter = SimulatedPainter(
      model, task: task, truth: truth, lightness: lightness, name: name, study: design.study,
      seed: seed)
    var state = PaintingState(method: design.method)
    var result = try await client.paint(picture, state, selected: nil).picture
    try await client.note(
      PaintingEvent(sequence: 1, milliseconds: 0, action: .open, state: state), of: picture)
    let end = Double(1000 * task.seconds)
    var (time, sequence) = (0.0, 1)
    while let intention = painter.intention(after: result) {
      let place = Place(row: intention.row, column: intention.column)
      let suggestions =
        task.arm.showsSuggestions
        ? try await client.paint(picture, state, selected: place).suggestions : []
      let choice = painter.choose(intention, suggestions: suggestions.map { SIMD2($0.a, $0.b) })
      time += choice.milliseconds
      guard time < end, state.points.count < PaintingState.mostPoints else { break }
      sequence += 1
      state.points.append(
        PaintedPoint(
          row: intention.row, column: intention.column, size: intention.size, a: choice.color.x,
          b: choice.color.y))
      try await client.note(
        PaintingEvent(
          sequence: sequence, milliseconds: (10 * time).rounded() / 10, action: .add,
          source: choice.source, rank: choice.rank, state: state,
          suggested: suggestions.map(\.hexadecimal)), of: picture)
      result = try await client.paint(picture, state, selected: nil).picture
    }
    try await client.note(
      PaintingEvent(sequence: sequence + 1, milliseconds: end, action: .timeout, state: state),
      of: picture)
    return state.points.count
  }

  /// The true picture, which painters know from the design's folder, after a check that the server
  /// shows its grey one.
  private func look(
    at picture: String, _ task: PaintTask
  ) async throws(PaintStudyError) -> (truth: LabImage, lightness: Plane) {
    guard let files = design.picturesByImage[ExactName(task.image)] else {
      throw .damagedDesign(file: folder, reason: "it has no picture of '\(task.image)'")
    }
    let shown = try await client.lightness(picture)
    do {
      let gray = try OpenPicture(PaintStudyFolder.gray(files, in: folder), name: task.image)
      guard gray.lightness.values.map({ Float($0) }) == shown else {
        throw PaintStudyError.badServer(
          url: client.server, reason: "picture \(task.position) is not that of \(folder)")
      }
      let truth = try OpenPicture(PaintStudyFolder.truth(files, in: folder), name: task.image)
      let side = OpenPicture.side
      return (LabImage(truth.original.resized(height: side, width: side)), gray.lightness)
    } catch let error as PaintStudyError {
      throw error
    } catch let error as PaintingError {
      throw .painting(error)
    } catch {
      throw .damagedDesign(file: folder, reason: "\(error)")
    }
  }
}
