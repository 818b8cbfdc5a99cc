import Hummingbird
import WebService

/// The page's own files, which are part of the program.
struct PageRoutes: Sendable {
  private static let files = [
    PageFile("/", .html, PackageResources.index_html),
    PageFile("page/style.css", .css, PackageResources.style_css),
    PageFile("page/panels.css", .css, PackageResources.panels_css),
    PageFile("page/free.html", .html, PackageResources.free_html),
    PageFile("page/palette.html", .html, PackageResources.palette_html),
    PageFile("page/palette.css", .css, PackageResources.palette_css),
    PageFile("page/sliders.html", .html, PackageResources.sliders_html),
    PageFile("page/sliders.css", .css, PackageResources.sliders_css),
    PageFile("page/app.js", .script, PackageResources.app_js),
    PageFile("page/paint.js", .script, PackageResources.paint_js),
    PageFile("page/server.js", .script, PackageResources.server_js),
    PageFile("page/color.js", .script, PackageResources.color_js),
    PageFile("page/gamut.js", .script, PackageResources.gamut_js),
    PageFile("page/history.js", .script, PackageResources.history_js),
    PageFile("page/easel.js", .script, PackageResources.easel_js),
    PageFile("page/results.js", .script, PackageResources.results_js),
    PageFile("page/view.js", .script, PackageResources.view_js),
    PageFile("page/pane.js", .script, PackageResources.pane_js),
    PageFile("page/gestures.js", .script, PackageResources.gestures_js),
    PageFile("page/keys.js", .script, PackageResources.keys_js),
    PageFile("page/palette.js", .script, PackageResources.palette_js),
    PageFile("page/sliders.js", .script, PackageResources.sliders_js),
    PageFile("page/furnish.js", .script, PackageResources.furnish_js),
    PageFile("page/free.js", .script, PackageResources.free_js),
    PageFile("page/files.js", .script, PackageResources.files_js),
    PageFile("page/global.js", .script, PackageResources.global_js),
    PageFile("page/study.js", .script, PackageResources.study_js),
    PageFile("page/journal.js", .script, PackageResources.journal_js),
    PageFile("page/icon.svg", .svg, PackageResources.icon_svg),
  ]

  /// Adds the routes.
  func add(to router: Router<WebContext>) {
    for file in Self.files { file.add(to: router) }
  }
}
