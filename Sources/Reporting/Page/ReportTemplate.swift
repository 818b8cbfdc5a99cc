import Mustache
import ReportPages

/// The page of a report, in Mustache (https://mustache.github.io/mustache.5.html).
enum ReportTemplate {
  /// The whole page.
  static let text = """
    \(PagePictures.head(rules: rules))
    <h1>{{title}}</h1>
    <p class="soft">{{subtitle}}</p>
    {{#stamps}}<p class="stamp">{{.}}</p>
    {{/stamps}}{{#headlines}}<p>{{.}}</p>
    {{/headlines}}{{#missing}}<p class="soft">Not part of this build and left out: {{missing}}.</p>
    {{/missing}}
    <h2>{{label}}</h2>
    {{#figure}}<div class="figure">{{{figure}}}</div>
    <p class="soft">{{caption}}</p>
    {{/figure}}
    {{#grey}}<p>{{count}} without colour (mean spread of the sRGB samples below {{least}}): {{names}}. {{means}}</p>
    {{/grey}}
    {{#tables}}<h3>{{title}}</h3>
    {{>table}}
    {{/tables}}
    {{#gains}}<h2>What each method adds over {{floor}}, on the same images</h2>
    <p class="soft">{{pairsNote}}</p>
    {{#tables}}<h3>{{title}}</h3>
    {{>table}}
    {{/tables}}{{/gains}}
    {{#pairs}}<details><summary>Every two methods, on the same images</summary>
    {{#tables}}<h3>{{title}}</h3>
    {{>table}}
    {{/tables}}</details>
    {{/pairs}}
    <h2>Pictures</h2>
    {{#gallery}}{{>gallery}}{{/gallery}}
    {{^gallery}}<p class="soft">No pictures: the images or the methods can no longer be read, or there are none.</p>
    {{/gallery}}
    {{#seconds}}<h2>{{label}}</h2>
    {{#tables}}<h3>{{title}}</h3>
    {{>table}}
    {{/tables}}{{#gains}}<h3>What each method adds over {{floor}}, on the same images</h3>
    {{#tables}}<h4>{{title}}</h4>
    {{>table}}
    {{/tables}}{{/gains}}{{/seconds}}
    {{#hasOthers}}<h2>Other metrics</h2>{{/hasOthers}}
    {{#others}}<details><summary>{{label}}: {{description}}</summary>
    {{#tables}}<h3>{{title}}</h3>
    {{>table}}
    {{/tables}}{{#gains}}<h3>What each method adds over {{floor}}, on the same images</h3>
    {{#tables}}<h4>{{title}}</h4>
    {{>table}}
    {{/tables}}{{/gains}}</details>
    {{/others}}
    <h2>How results are judged</h2>
    <p>Truth is the resized 8-bit picture in CIELAB. Truth and result are rendered to sRGB, clipped and
    truncated to 8 bits; a result keeps the true lightness unless its method returns a finished picture.
    A cell is the mean over the images, with the population standard deviation / √N.</p>
    {{#judges}}<p><b>{{label}}.</b> {{description}}</p>
    {{/judges}}
    <h2>This run</h2>
    <div class="scroll" tabindex="0"><table class="text"><tbody>{{#facts}}<tr><th scope="row">{{name}}</th><td>{{value}}</td></tr>
    {{/facts}}</tbody></table></div>
    {{#skipped}}<p class="soft">Skipped {{name}}: {{reason}}</p>
    {{/skipped}}
    \(PagePictures.dialog)
    </html>

    """

  /// The page's own rules of the style sheet.
  private static let rules = """
      .stamp { border: 2px solid var(--alarm); color: var(--alarm); padding: .4rem .8rem;
        font-weight: 600; width: fit-content; margin-top: .8rem; }
      .published { color: var(--soft); font-style: italic; }
    """

  /// A table of numbers: a row a method, a column a number of points or an oracle.
  static let table = """
    <div class="scroll" tabindex="0"><table>
    <thead><tr><th scope="col">{{corner}}</th>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
    <tbody>{{#lines}}<tr class="{{style}}"><th scope="row">{{name}}</th>{{#cells}}<td>{{number}}{{#details}}<br><small>{{.}}</small>{{/details}}</td>{{/cells}}</tr>
    {{/lines}}</tbody></table></div>

    """

  /// The page filled.
  static func render(_ context: [String: Any]) throws -> String {
    let library = MustacheLibrary(templates: [
      "page": try MustacheTemplate(string: text), "table": try MustacheTemplate(string: table),
      "gallery": try MustacheTemplate(string: PagePictures.gallery),
      "plate": try MustacheTemplate(string: PagePictures.plate),
    ])
    return library.render(context, withTemplate: "page") ?? ""
  }
}
