/// The page of an analysis, in Mustache (https://mustache.github.io/mustache.5.html).
enum AnalysisTemplate {
  static let text = """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}</title>
    <style>
      :root { color-scheme: light dark; --ink: #1c1c1e; --soft: #62626a; --line: #dcdce0; --paper: #fff; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #ececf0; --soft: #a0a0a8; --line: #3a3a40; --paper: #161618; }
      }
      body { margin: 0 auto; max-width: 1280px; padding: 2rem 1.5rem 4rem; background: var(--paper);
        color: var(--ink); font: 15px/1.5 system-ui, "Helvetica Neue", Arial, sans-serif; }
      h1 { font-size: 1.6rem; margin: 0 0 .2rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
      p, li { margin: .3rem 0; max-width: 75ch; } .soft, figcaption { color: var(--soft); }
      .figure { background: #fff; border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; }
      .figure svg { display: block; width: 100%; height: auto; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid var(--line);
        white-space: nowrap; font-weight: 400; }
      thead th { color: var(--soft); } tr > :first-child { text-align: left; }
      .specimens { display: flex; flex-wrap: wrap; gap: 1rem; }
      figure { margin: 0; } figure img { max-width: 200px; height: auto; }
      figcaption { font-size: .82rem; max-width: 404px; overflow-wrap: anywhere; }
    </style>
    <h1>{{title}}</h1>
    <p class="soft">{{subtitle}}</p>
    <h2>What it shows</h2>
    {{#findings}}<p>{{.}}</p>
    {{/findings}}<h2>What to keep in mind</h2>
    <ul>{{#cautions}}<li>{{.}}</li>
    {{/cautions}}</ul>
    {{#figures}}<div class="figure">{{{.}}}</div>
    {{/figures}}
    {{#tables}}<h2>{{title}}</h2>
    <div class="scroll"><table>
    <thead><tr>{{#head}}<th scope="col">{{.}}</th>{{/head}}</tr></thead>
    <tbody>{{#rows}}<tr>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}</tbody></table></div>
    <p class="soft">{{note}}</p>
    {{/tables}}
    {{#galleries}}<h2>{{title}}</h2>
    <div class="specimens">{{#specimens}}<figure>{{#pictures}}<img src="{{source}}" alt="{{alt}}"> {{/pictures}}<figcaption>{{caption}}</figcaption></figure>
    {{/specimens}}</div>
    {{/galleries}}
    </html>

    """
}
