import Foundation
import StudyFixtures
import Testing

/// The judge's page in a browser, as a person uses it.
struct JudgePage {
  let browser: Browser

  /// The heading of the screen.
  func heading() async throws -> String {
    try await browser.script("return document.querySelector('h1')?.textContent ?? ''").string ?? ""
  }

  func waitForHeading(_ text: String, seconds: Int = 30) async throws {
    try await browser.wait(
      until: "document.querySelector('h1')?.textContent.includes('\(text)')", seconds: seconds)
  }

  /// Presses the leading button of the screen.
  func goOn() async throws { try await browser.click("main .actions button") }

  /// From consent to the first pause of a study with practice, looking at every screen.
  func reachPractice(looking look: (String) async throws -> Void = { _ in }) async throws {
    try await passChecks(looking: look)
    try await waitForHeading("First, some practice")
    try await look("practice")
  }

  /// From consent to the end of the checks, looking at every screen.
  func passChecks(looking look: (String) async throws -> Void = { _ in }) async throws {
    try await browser.wait(for: "body.consent")
    try await look("consent")
    try await goOn()
    try await browser.wait(for: "body.instructions")
    try await look("instructions")
    try await goOn()
    for plate in 1...4 {
      try await browser.wait(
        until: "document.getElementById('step').textContent.includes('\(plate) of 4')")
      if plate <= 2 { try await look("plate-\(plate)") }
      try await browser.click("main .digits button")
    }
    try await browser.wait(for: "body.screen button:enabled")
    try await look("screen")
    try await goOn()
  }

  /// What the screen says.
  func words() async throws -> String {
    try await browser.script("return document.body.innerText").string ?? ""
  }

  /// Waits for the next question, or for the screen that follows the last answer.
  ///
  /// - Returns: whether there is a question.
  func waitForQuestion(seconds: Int = 30) async throws -> Bool {
    try await browser.wait(
      until: "document.querySelector('.question h2, .pause h1, .closing h1') !== null",
      seconds: seconds)
    return try await browser.script("return document.querySelector('.question h2') !== null").bool
      ?? false
  }

  /// Answers until the closing page, going on at every pause.
  func answerAll(
    looking look: (String) async throws -> Void = { _ in }, keys: [String] = ["1", "2"]
  ) async throws {
    var count = 0
    while true {
      if try await waitForQuestion() {
        let isPractice = try await browser.script(
          "return document.getElementById('step').textContent.startsWith('Practice')"
        ).bool
        if count == 0 { try await look("question") }
        try await browser.press(keys[count % keys.count])
        count += 1
        if isPractice == true {
          try await browser.wait(for: ".feedback .verdict")
          try await look("feedback")
        }
        // The question goes when the answer is given.
        try await browser.wait(until: "document.querySelector('.question h2') === null")
      } else if try await browser.script("return document.body.className").string == "closing" {
        return
      } else {
        try await look("pause-\(count)")
        try await goOn()
        try await browser.wait(until: "document.querySelector('.pause h1') === null")
      }
    }
  }
}
