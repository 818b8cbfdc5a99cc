import Crypto
import Foundation

/// Pictures in a report's page: an image a table, chosen ones and others to choose from; a click shows a
/// picture large, beside the truth. The page works without its script, too.
///
/// A page begins with ``head(rules:)``, ends with ``dialog``, and renders ``gallery`` with ``plate`` as a
/// partial of that name. A gallery has `order`, `chosen` and `others`
/// (plates), `isChoice` where there are others, and perhaps `leftOut`; a plate has `image`, `label`,
/// `columns` and `rows`, each with `name`, `truth` (in the first row; else false) and `cells` of
/// `source`, `label` and `caption`, or of `same` and `caption`. Pictures are data URIs.
public enum PagePictures {
  /// The beginning of a page up to its first heading, in Mustache: its `title`, a content security
  /// policy that allows nothing but what is in the page, and its style sheet.
  ///
  /// - Parameter rules: the page's own rules of the style sheet, after those that all pages share.
  public static func head(rules: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src \(scriptSource)">
    <title>{{title}}</title>
    <style>
    \(PageParts.rules)
    \(Self.rules)
    \(rules)
    </style>
    \(withoutScript)
    """
  }

  /// Rules of the style sheet.
  private static let rules = """
      .plate { margin: .4rem 0 1.6rem; } .plate h3 { overflow-wrap: anywhere; }
      .plate th, .plate td { padding: .15rem .3rem; border: 0; text-align: left; }
      .plate tr > :first-child { min-width: 108px; max-width: 210px; }
      .plate button { display: block; padding: 0; border: 0; background: none; cursor: zoom-in; }
      .plate button:focus-visible { outline: 2px solid var(--series-0); outline-offset: 1px; }
      .plate button img { display: block; height: auto;
        width: clamp(104px, calc((min(100vw, 1760px) - 260px) / 7.5), 256px); }
      .plate .truth img { width: clamp(96px, 11vw, 190px); margin-top: .3rem; }
      .plate small { color: var(--soft); }
      .choice { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .6rem 0; }
      .choice select { max-width: 100%; font: inherit; } .choice button { font: inherit; }
      dialog { max-width: 96vw; max-height: 96vh; overflow: auto; border: 1px solid var(--line);
        border-radius: 8px; background: var(--paper); color: var(--ink); }
      dialog::backdrop { background: #000c; }
      dialog form { float: right; } dialog p { margin: 0 0 .6rem; overflow-wrap: anywhere; }
      dialog div { display: flex; flex-wrap: wrap; gap: .6rem; } dialog figure { margin: 0; }
      dialog img { display: block; width: min(44vw, 80vh, 640px); min-width: min(80vw, 320px); height: auto; }
    """

  /// What the page is without its script: all images below each other.
  private static let withoutScript = """
    <noscript><style>.plate.other[hidden] { display: block } .choice { display: none }</style></noscript>
    """

  /// The pictures, in Mustache.
  public static let gallery = """
    <p>The best, the median and the worst image {{order}}. A picture is enlarged, beside the truth, when
    it is clicked; the arrow keys then go on to the next.</p>
    {{#chosen}}<section class="plate"><h3>{{label}}</h3>{{>plate}}</section>
    {{/chosen}}
    {{#isChoice}}<h3>Every other image</h3>
    <p class="choice"><button id="before" type="button">‹ before</button>
    <select id="image" aria-label="image">{{#others}}<option>{{image}}</option>{{/others}}</select>
    <button id="after" type="button">next ›</button></p>{{/isChoice}}
    {{#leftOut}}<p class="soft">{{leftOut}}</p>{{/leftOut}}
    {{#others}}<section class="plate other" hidden><h3>{{label}}</h3>{{>plate}}</section>
    {{/others}}

    """

  /// One image in pictures, in Mustache.
  public static let plate = """
    <div class="scroll" tabindex="0"><table>
    <thead><tr><td></td>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{name}}{{#truth}}<button type="button" class="truth" title="{{image}}, truth"><img loading="lazy" src="{{truth}}" alt="truth"></button><small>truth</small>{{/truth}}</th>{{#cells}}<td>{{#source}}<button type="button" title="{{label}}"><img loading="lazy" src="{{source}}" alt="{{label}}"></button>{{/source}}{{#same}}<small>{{same}}</small><br>{{/same}}<small>{{caption}}</small></td>{{/cells}}</tr>
    {{/rows}}</tbody></table></div>
    """

  /// The large picture beside the truth, and the script.
  public static let dialog = """
    <dialog id="large"><form method="dialog"><button>close</button></form>
    <p></p><div><figure><img alt=""><figcaption>result</figcaption></figure><figure><img alt="truth"><figcaption>truth</figcaption></figure></div></dialog>
    <script>\(script)</script>
    """

  /// What a page's content security policy calls the script.
  private static var scriptSource: String {
    "'sha256-" + Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString() + "'"
  }

  /// Choosing an image, and enlarging a picture beside the truth.
  private static let script = """
    "use strict";
    const choice = document.getElementById("image");
    const plates = [...document.querySelectorAll(".plate.other")];
    function show() {
      plates.forEach((plate, index) => { plate.hidden = index !== choice.selectedIndex; });
    }
    function step(by) {
      const count = choice.options.length;
      choice.selectedIndex = (choice.selectedIndex + by + count) % count;
      show();
    }
    if (choice) {
      document.getElementById("before").addEventListener("click", () => step(-1));
      document.getElementById("after").addEventListener("click", () => step(1));
      choice.addEventListener("input", show);
      show();
    }
    const dialog = document.getElementById("large");
    const [picture, truth] = dialog.querySelectorAll("img");
    const caption = dialog.querySelector("p");
    let shown = [], place = 0;
    function enlarge() {
      const button = shown[place];
      picture.src = button.querySelector("img").src;
      picture.alt = caption.textContent = button.title;
      truth.src = button.closest(".plate").querySelector(".truth img").src;
    }
    document.addEventListener("click", event => {
      const button = event.target.closest(".plate button");
      if (!button) return;
      shown = [...button.closest(".plate").querySelectorAll("button")];
      place = shown.indexOf(button);
      enlarge();
      dialog.showModal();
    });
    dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("keydown", event => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!by) return;
      place = (place + by + shown.length) % shown.length;
      enlarge();
    });
    """
}
