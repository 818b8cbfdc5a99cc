import Experiments
import Foundation
import PaintFixtures
import PaintServer
import ScratchFolders
import StudyFixtures

/// Serves scenes to a browser, painted by a small network of random weights, for as long as the body
/// runs.
///
/// - Parameters:
///   - weights: a file; nil for random weights of so narrow a network that it is fast.
///   - globalSuggests: whether the network with global hints has a palette head.
func paintingInBrowser(
  pictures: Int = 1, weights: String? = nil, globalSuggests: Bool = false, opening: Bool = true,
  policy: ((_ folder: String) throws -> any PaintingPolicy)? = nil,
  _ body: (RunningPaintServer, PaintPage, Browser, _ folder: String) async throws -> Void
) async throws {
  let scratch = try ScratchFolder()
  let path = weights ?? scratch.path + "/random.safetensors"
  if weights == nil { try RandomNetwork.write(width: 8, to: path) }
  let global = scratch.path + "/global.safetensors"
  try RandomNetwork.write(.global, width: 8, suggests: globalSuggests, to: global)
  let kit = try MethodKit(weights: [path, global], options: .init(threads: 2))
  try await painting(
    pictures: pictures, method: kit.defaultMethod(), kit: kit, policy: policy
  ) { server, folder in
    try await Browser.with { browser in
      let page = PaintPage(browser: browser)
      if opening {
        try await browser.go(server.entrance)
        try await page.waitForPicture()
      }
      try await body(server, page, browser, folder)
      let errors = try await browser.console().filter { $0["level"] == "SEVERE" }
      guard errors.isEmpty else {
        throw Browser.Failure(command: "console", message: "\(errors)")
      }
    }
  }
}
