import Plotting

/// What all our reports have in common: pages of one file that need no network.
///
/// A page puts ``rules`` into its style sheet, figures into `<div class="figure">` by way of
/// ``inline(_:)`` or ``figure(_:label:)``, and every table into
/// `<div class="scroll" tabindex="0"><table>…</table></div>` with a `<th>` first in every row.
public enum PageParts {
  /// Rules of the style sheet for colours, light and dark, text, figures and tables.
  ///
  /// A page adds its own rules after these, in the colours `--ink`, `--soft`, `--line`, `--paper`,
  /// `--wash` and those of series, `--series-0`, `--series-1` and so on. Tables scroll in their own box
  /// where they are wider than the page, and their first column stays; a table with the class `text`
  /// breaks its lines instead. Panels of a figure stand side by side, or below each other where the
  /// page is narrow.
  public static let rules = """
    :root { color-scheme: light dark; --ink: #1c1c1e; --soft: #62626a; --line: #dcdce0; --paper: #ffffff;
        --wash: #f4f4f6; --alarm: #b84a00; \(series(\.light)) }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #ececf0; --soft: #a6a6ae; --line: #3a3a40; --paper: #161618;
          --wash: #232327; --alarm: #ff8a3d; \(series(\.dark)) }
      }
      *, *::before, *::after { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 1760px; padding: 2rem clamp(.9rem, 2.5vw, 2.5rem) 4rem;
        background: var(--paper); color: var(--ink); overflow-wrap: break-word;
        font: 15px/1.5 system-ui, "Helvetica Neue", Arial, sans-serif; }
      h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .2rem; }
      h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; } h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
      p { margin: .3rem 0; max-width: 75ch; } .soft, figcaption { color: var(--soft); }
      .figure { display: flex; flex-wrap: wrap; gap: .5rem; margin: .6rem 0; padding: .4rem;
        border: 1px solid var(--line); border-radius: 6px; background: var(--paper); }
      .figure svg { flex: 1 1 400px; min-width: 0; max-width: 860px; width: 100%; height: auto; }
      .figure text, .figure tspan { font-family: system-ui, "Helvetica Neue", Arial, sans-serif; }
      .figure:has(> svg:only-child) { max-width: 880px; }
      .scroll { max-width: 100%; overflow-x: auto; margin: .4rem 0; background:
        linear-gradient(to right, transparent, var(--paper) 60%) 100% 0 / 3rem 100% no-repeat local,
        linear-gradient(to left, var(--line), transparent) 100% 0 / 1.1rem 100% no-repeat scroll; }
      .scroll:focus-visible { outline: 2px solid var(--series-0); outline-offset: 2px; }
      table { border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
      th, td { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid var(--line);
        white-space: nowrap; font-weight: 400; vertical-align: top; }
      td small, td .soft { font-size: .82em; color: var(--soft); }
      thead th { color: var(--soft); vertical-align: bottom; }
      tr > :first-child { position: sticky; left: 0; z-index: 1; padding-left: 0; text-align: left;
        background: var(--paper); white-space: normal; overflow-wrap: anywhere;
        min-width: min(9rem, 30vw); max-width: min(24rem, 40vw); }
      table.text td { text-align: left; white-space: normal; overflow-wrap: anywhere; }
      details { margin: .8rem 0; } summary { cursor: pointer; }
      @media print { body { padding: 0; } .scroll { overflow: visible; } }
    """

  /// The colours of series as custom properties, by which of their two sides is wanted.
  private static func series(_ side: (Palette.Color) -> String) -> String {
    Palette.series.enumerated().map { "--series-\($0): \(side($1));" }.joined(separator: " ")
  }

  /// An SVG figure by ``Gnuplot`` to stand inside a page's `<div class="figure">`: its panels one by
  /// one, in the page's colours, light or dark; empty where there is none.
  ///
  /// - Parameter figure: the SVG file's text.
  public static func inline(_ figure: String) -> String {
    PageFigure(figure)?.html(label: nil) ?? ""
  }

  /// The same, with a text that says what the figure shows to those who do not see it.
  ///
  /// - Parameters:
  ///   - figure: the SVG file's text.
  ///   - label: one or two sentences, plain text.
  public static func figure(_ figure: String, label: String) -> String {
    PageFigure(figure)?.html(label: label) ?? ""
  }
}
