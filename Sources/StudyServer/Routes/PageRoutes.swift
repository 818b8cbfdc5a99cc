import Foundation
import Hummingbird

/// The page's own files, which are part of the program.
struct PageRoutes: Sendable {
  private static let files: [(path: RouterPath, type: String, bytes: [UInt8])] = [
    ("/", html, PackageResources.index_html),
    ("page/style.css", css, PackageResources.style_css),
    ("page/judge.js", script, PackageResources.judge_js),
    ("page/server.js", script, PackageResources.server_js),
    ("page/screens.js", script, PackageResources.screens_js),
    ("page/plates.js", script, PackageResources.plates_js),
    ("page/checks.js", script, PackageResources.checks_js),
    ("page/pictures.js", script, PackageResources.pictures_js),
    ("page/presenter.js", script, PackageResources.presenter_js),
    ("page/trials.js", script, PackageResources.trials_js),
    ("page/events.js", script, PackageResources.events_js),
    ("page/experimenter.css", css, PackageResources.experimenter_css),
    ("page/experimenter.js", script, PackageResources.experimenter_js),
    ("page/icon.svg", "image/svg+xml", PackageResources.icon_svg),
  ]
  private static let html = "text/html; charset=utf-8"
  private static let css = "text/css; charset=utf-8"
  private static let script = "text/javascript; charset=utf-8"

  /// The experimenter's page.
  static var experimenter: Response {
    Reply.bytes(ByteBuffer(bytes: PackageResources.experimenter_html), type: html)
  }

  /// Adds the routes.
  func add(to router: Router<JudgeContext>) {
    for file in Self.files {
      let buffer = ByteBuffer(bytes: file.bytes)
      router.get(file.path) { _, _ in Reply.bytes(buffer, type: file.type) }
    }
  }
}
