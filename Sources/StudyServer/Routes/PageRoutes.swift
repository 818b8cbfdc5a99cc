import Hummingbird
import WebService

/// The page's own files, which are part of the program.
struct PageRoutes: Sendable {
  private static let files = [
    PageFile("/", .html, PackageResources.index_html),
    PageFile("page/style.css", .css, PackageResources.style_css),
    PageFile("page/judge.js", .script, PackageResources.judge_js),
    PageFile("page/server.js", .script, PackageResources.server_js),
    PageFile("page/screens.js", .script, PackageResources.screens_js),
    PageFile("page/plates.js", .script, PackageResources.plates_js),
    PageFile("page/checks.js", .script, PackageResources.checks_js),
    PageFile("page/pictures.js", .script, PackageResources.pictures_js),
    PageFile("page/presenter.js", .script, PackageResources.presenter_js),
    PageFile("page/trials.js", .script, PackageResources.trials_js),
    PageFile("page/events.js", .script, PackageResources.events_js),
    PageFile("page/experimenter.css", .css, PackageResources.experimenter_css),
    PageFile("page/experimenter.js", .script, PackageResources.experimenter_js),
    PageFile("page/icon.svg", .svg, PackageResources.icon_svg),
  ]

  /// The experimenter's page.
  static var experimenter: Response {
    PageFile("experimenter", .html, PackageResources.experimenter_html).reply
  }

  /// Adds the routes.
  func add(to router: Router<WebContext>) {
    for file in Self.files { file.add(to: router) }
  }
}
