extension LoggedPainting {
  /// Seconds after the end of its time in which a picture's last events may still come.
  static let grace = 15.0

  /// Seconds since it was shown first; 0 before.
  var elapsed: Double { openedAt.map { max(PaintingLog.now - $0, 0) } ?? 0 }

  /// Whether it was finished, or its time has passed.
  var isOver: Bool {
    if finishedAt != nil { return true }
    guard let seconds else { return false }
    return elapsed > Double(seconds) + Self.grace
  }
}
