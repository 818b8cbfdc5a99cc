import PaintStudy
import Testing

/// Means over subjects of numbers that lie in a range.
@Suite struct SubjectEstimateTests {
  /// Reference: `bounded([0.1, 0.0, 0.05, 0.2], 0, 1, 0.5)` and
  /// `bounded([0.9, 1.0, 0.4, 1.0], -1, 1, 0.0)` of Tests/PerceptualAnalysisTests/make_reference.py.
  @Test func intervalsOfSharesStayInside() throws {
    let share = try #require(SubjectEstimate([0.1, 0.0, 0.05, 0.2], in: 0...1))
    #expect(abs(share.value - 0.0875) < 1e-15 && share.p == nil)
    #expect(abs(try #require(share.interval).low - 0.020067530212930736) < 1e-9)
    #expect(abs(try #require(share.interval).high - 0.3098719484156107) < 1e-9)
    // Mean ± t·error would begin below 0.
    let free = try #require(SubjectEstimate([0.1, 0.0, 0.05, 0.2])?.interval)
    #expect(free.low < 0)
    let difference = try #require(SubjectEstimate([0.9, 1.0, 0.4, 1.0], in: -1...1))
    #expect(abs(try #require(difference.interval).low - 0.01637083589734578) < 1e-9)
    #expect(abs(try #require(difference.interval).high - 0.9811767598730263) < 1e-9)
    #expect(abs(try #require(difference.p) - 0.047617789834606294) < 1e-9)
    let certain = try #require(SubjectEstimate([1, 1, 1], in: 0...1)?.interval)
    #expect(certain.high == 1 && certain.low > 0.1 && certain.low < 0.9)
  }
}
