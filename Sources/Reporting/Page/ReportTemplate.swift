import Mustache
import ReportPages

/// The page of a report, in Mustache (https://mustache.github.io/mustache.5.html).
enum ReportTemplate {
  static let text = """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}</title>
    <style>
      \(PageParts.rules)
      .stamp { border: 2px solid #D55E00; color: #D55E00; padding: .4rem .8rem; font-weight: 600;
        display: inline-block; margin-top: .8rem; }
      .published { color: var(--soft); font-style: italic; }
      .strip { display: flex; gap: .5rem; overflow-x: auto; margin-bottom: 1.2rem; }
      figure { margin: 0; flex: 0 0 auto; } figure img { display: block; width: 200px; height: 200px; }
      figcaption { font-size: .82rem; }
    </style>
    <h1>{{title}}</h1>
    <p class="soft">Study {{study}}, version {{version}}, {{images}} images. {{source}}</p>
    {{#limit}}<p class="stamp">{{limit}}</p>{{/limit}}
    {{#summary}}<p>{{.}}</p>{{/summary}}
    {{#missing}}<p class="soft">Not part of this build and left out: {{missing}}.</p>{{/missing}}
    <h2>PSNR against revealed points</h2>
    <div class="figure">{{{figure}}}</div>
    <p class="soft">Mean over images; bands and bars are ±1 standard error (population standard
    deviation / √N). Points 0 stand apart on the left of the logarithmic axis. Dashed: published.</p>
    {{#panels}}
    <h2>{{title}}</h2>
    {{>table}}
    {{/panels}}
    <h2>{{stripTitle}}</h2>
    {{#strips}}
    <p>{{rank}}: {{image}}</p>
    <div class="strip">{{#cells}}<figure><img src="{{source}}" alt="{{caption}}"><figcaption>{{caption}}</figcaption></figure>{{/cells}}</div>
    {{/strips}}
    {{^strips}}<p class="soft">No pictures: the images were not at hand when this page was written.</p>{{/strips}}
    <details><summary>Further metrics</summary>
    {{#metrics}}
    <p>{{title}}</p>
    {{>table}}
    {{/metrics}}
    </details>
    <h2>How PSNR is computed</h2>
    <p>Truth is the resized 8-bit picture in CIELAB. Truth and result are rendered to sRGB, clipped and
    truncated to 8 bits; a result keeps the true lightness unless its method returns a finished picture.
    PSNR = 20·log10(255/√MSE) over all pixels and channels; a cell is the mean of the images' PSNRs.</p>
    <h2>This run</h2>
    <div class="scroll"><table><tbody>{{#facts}}<tr><th>{{name}}</th><td style="text-align:left">{{value}}</td></tr>{{/facts}}</tbody></table></div>
    {{#skipped}}<p class="soft">Skipped {{name}}: {{reason}}</p>{{/skipped}}
    </html>

    """

  /// A table of means: a row a method, a column a number of points.
  static let table = """
    <div class="scroll"><table>
    <thead><tr><th>{{corner}}</th>{{#counts}}<th>{{.}}</th>{{/counts}}</tr></thead>
    <tbody>{{#lines}}<tr class="{{style}}"><th>{{name}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/lines}}</tbody></table></div>

    """

  /// The page filled.
  static func render(_ context: [String: Any]) throws -> String {
    let library = MustacheLibrary(templates: [
      "page": try MustacheTemplate(string: text), "table": try MustacheTemplate(string: table),
    ])
    return library.render(context, withTemplate: "page") ?? ""
  }
}
