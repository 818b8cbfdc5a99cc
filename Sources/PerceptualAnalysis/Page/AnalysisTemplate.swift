import ReportPages

/// The page of an analysis, in Mustache (https://mustache.github.io/mustache.5.html).
enum AnalysisTemplate {
  static let text = """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}</title>
    <style>
      \(PageParts.rules)
      li { margin: .3rem 0; max-width: 75ch; }
      .specimens { display: flex; flex-wrap: wrap; gap: 1rem; }
      figure { margin: 0; } figure img { max-width: 200px; height: auto; }
      figcaption { font-size: .82rem; max-width: 404px; overflow-wrap: anywhere; }
      .figure { justify-content: center; align-items: flex-start; --columns: 1; }
      .figure svg { flex: 0 1 calc((100% - (var(--columns) - 1) * .5rem) / var(--columns)); }
      @media (min-width: 900px) { .figure { --columns: min(2, var(--panels)); } }
      @media (min-width: 1500px) { .figure { --columns: min(3, var(--panels)); } }
    </style>
    <h1>{{title}}</h1>
    <p class="soft">{{subtitle}}</p>
    <h2>What it shows</h2>
    {{#findings}}<p>{{.}}</p>
    {{/findings}}<h2>What to keep in mind</h2>
    <ul>{{#cautions}}<li>{{.}}</li>
    {{/cautions}}</ul>
    {{#figures}}<div class="figure" style="--panels: {{count}}">{{{panels}}}</div>
    {{/figures}}
    {{#tables}}<h2>{{title}}</h2>
    {{#isFilled}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table>
    <thead><tr>{{#head}}<th scope="col">{{.}}</th>{{/head}}</tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{name}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}</tbody></table></div>
    {{/isFilled}}    <p class="soft">{{note}}</p>
    {{/tables}}
    {{#galleries}}<h2>{{title}}</h2>
    <div class="specimens">{{#specimens}}<figure>{{#pictures}}<img src="{{source}}" alt="{{alt}}"> {{/pictures}}<figcaption>{{caption}}</figcaption></figure>
    {{/specimens}}</div>
    {{/galleries}}
    </html>

    """
}
