/// Where a results file of MTurk has what.
struct MTurkColumns {
  /// Pairs in a row.
  let pairs: Int
  let side: [Int]
  let left: [Int]
  let right: [Int]
  let selection: [Int]
  /// Empty where the page took no times.
  let reaction: [Int]
  let worker: Int?
  let assignment: Int?
  let status: Int?
  /// How many columns no row may lack: up to the last one that tells of pairs, answers and workers.
  /// The site leaves out what stands after them in rows that nobody has reviewed.
  let needed: Int

  /// Finds the columns; `file` names the file in messages.
  init(_ header: [String], file: String) throws(PerceptualStudyError) {
    func invalid(_ explanation: String) -> PerceptualStudyError {
      .invalidTable(file: file, row: 1, explanation: explanation)
    }
    var places: [String: Int] = [:]
    for (place, name) in header.enumerated()
    where !name.isEmpty && places.updateValue(place, forKey: name) != nil {
      throw invalid("has the column '\(name)' twice")
    }
    func numbered(_ prefix: String) throws(PerceptualStudyError) -> [Int] {
      var found: [Int] = []
      while let place = places["\(prefix)\(found.count)"] { found.append(place) }
      let all = header.count { name in
        name.hasPrefix(prefix) && Int(name.dropFirst(prefix.count)) != nil
      }
      guard all == found.count else {
        throw invalid(
          "has \(all) columns \(prefix)…, and not \(prefix)\(found.count); they should count from 0"
        )
      }
      return found
    }
    side = try numbered("Input.gt_side")
    left = try numbered("Input.images_left")
    right = try numbered("Input.images_right")
    selection = try numbered("Answer.selection")
    let times = try numbered("Answer.reaction")
    pairs = side.count
    guard pairs > 0 else { throw invalid("has no column Input.gt_side0; is it a results file?") }
    for (name, found) in [
      ("Input.images_left", left), ("Input.images_right", right), ("Answer.selection", selection),
    ] where found.count != pairs {
      throw invalid("has \(pairs) columns Input.gt_side… and \(found.count) of \(name)…")
    }
    guard times.isEmpty || times.count == pairs else {
      throw invalid("has \(pairs) columns Input.gt_side… and \(times.count) of Answer.reaction…")
    }
    reaction = times
    worker = places["WorkerId"]
    assignment = places["AssignmentId"]
    status = places["AssignmentStatus"]
    let named = [worker, assignment, status].compactMap { $0 }
    let last = header.lastIndex { $0.hasPrefix("Input.") || $0.hasPrefix("Answer.") }
    needed = (named + [last ?? 0]).reduce(0, max) + 1
  }
}
