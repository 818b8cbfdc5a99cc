extension ScheduleWish {
  /// Why no schedule can be as wished; nil when one can.
  ///
  /// A judge sees an image once at most, so each trial takes an image of its own. A vigilance trial
  /// is never the first nor next to another, so each follows a main trial of its own. There is
  /// nothing else that can be in the way: `Scheduler` makes a schedule of whatever passes here.
  public var obstacle: String? {
    if judges < 1 { return "there are no judges" }
    if methods < 1 { return "there are no methods" }
    if trials < 1 { return "there are no main trials" }
    if practice < 0 || vigilance < 0 { return "a number of trials is negative" }
    if judges > Self.mostTrials / max(trialsOfAJudge, 1) {
      return "\(judges) judges of \(trialsOfAJudge) trials are over \(Self.mostTrials) trials"
    }
    if vigilance > trials {
      return "each of the \(vigilance) vigilance trials should follow a main trial of its own, and "
        + "there are \(trials)"
    }
    if images < trialsOfAJudge {
      return "a judge sees no image twice, so \(trials) main, \(practice) practice and "
        + "\(vigilance) vigilance trials take \(trialsOfAJudge) images, and there are \(images)"
    }
    return nil
  }

  /// The nearest wishes that can be met: each changes one number where one is enough, and keeps the
  /// others. Empty when the wish itself can be met.
  public var nearest: [ScheduleWish] {
    guard obstacle != nil else { return [] }
    var usable = self
    usable.judges = max(judges, 1)
    usable.methods = max(methods, 1)
    usable.practice = max(practice, 0)
    usable.vigilance = max(vigilance, 0)
    let judgesThatFit = Self.mostTrials / max(usable.trialsOfAJudge, 1)
    if usable.judges > judgesThatFit { usable.judges = max(judgesThatFit, 1) }
    var found: [ScheduleWish] = []
    for candidate in [usable] + usable.changesOfOneNumber where candidate.obstacle == nil {
      if !found.contains(candidate) { found.append(candidate) }
    }
    return found.isEmpty ? [usable.changeOfSeveralNumbers] : found
  }

  /// What a person would change, such as `--trials 40`; `self` is one of the nearest wishes.
  func changes(from wish: ScheduleWish) -> String {
    var changes: [String] = []
    func note(_ name: String, _ path: KeyPath<ScheduleWish, Int>) {
      if self[keyPath: path] != wish[keyPath: path] {
        changes.append("\(name) \(self[keyPath: path])")
      }
    }
    note("--judges", \.judges)
    note("--trials", \.trials)
    note("--practice", \.practice)
    note("--vigilance", \.vigilance)
    if images != wish.images { changes.append("\(images - wish.images) more images") }
    if methods != wish.methods { changes.append("\(methods) methods") }
    return changes.joined(separator: " with ")
  }

  private var changesOfOneNumber: [ScheduleWish] {
    func changed(_ path: WritableKeyPath<ScheduleWish, Int>, into range: Range<Int>) -> [Self] {
      guard !range.isEmpty else { return [] }
      var wish = self
      wish[keyPath: path] = min(max(wish[keyPath: path], range.lowerBound), range.upperBound - 1)
      return [wish]
    }
    func upTo(_ last: Int, from first: Int) -> Range<Int> { first..<max(first, last + 1) }
    return changed(\.trials, into: upTo(images - practice - vigilance, from: max(1, vigilance)))
      + changed(\.practice, into: upTo(images - trials - vigilance, from: 0))
      + changed(\.vigilance, into: upTo(min(trials, images - practice - trials), from: 0))
      + changed(\.images, into: upTo(.max - 1, from: trialsOfAJudge))
  }

  /// Fewer vigilance trials, and as many images as it then takes.
  private var changeOfSeveralNumbers: ScheduleWish {
    var wish = self
    wish.trials = max(trials, 1)
    wish.vigilance = min(vigilance, wish.trials)
    wish.images = max(images, wish.trialsOfAJudge)
    wish.judges = min(judges, max(1, Self.mostTrials / max(wish.trialsOfAJudge, 1)))
    return wish
  }
}
