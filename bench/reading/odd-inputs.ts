/** Enough plain English that what follows is read as a report and not refused for its language or lack of words. */
const OPENING = `The army said on Monday that its troops had killed twelve fighters near the border. The group denied the report.
"Our positions were not attacked," a spokesman told reporters in the capital, adding that talks would go on.

`;

/**
 * Inputs that no newsroom sends and that a reader must survive: name → text of about `size` characters. Each begins with a few
 * lines of news.
 */
export function* oddInputs(size: number): Generator<[string, string]> {
  for (const [name, text] of inputs(size))
    yield [name, text.startsWith("<") ? text.replace("<body>", `<body><p>${OPENING}</p>`) : OPENING + text];
}

function* inputs(size: number): Generator<[string, string]> {
  const fill = (unit: string) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  yield ["one word without a space", fill("a")];
  yield ["one number without an end", fill("7")];
  yield ["words without a full stop", fill("soldiers attacked the village and ")];
  yield ["only quotation marks", fill('"')];
  yield ["only opening quotation marks", fill("“")];
  yield ["quoted words never closed", fill("“the army said ")];
  yield ["only brackets", fill("(")];
  yield ["nested brackets", "[".repeat(size / 2) + "]".repeat(size / 2)];
  yield ["only commas", fill(", ")];
  yield ["only full stops", fill(".")];
  yield ["only hyphens", fill("-")];
  yield ["hyphenated without an end", fill("cross-")];
  yield ["only line breaks", `The army said so.${fill("\n")}`];
  yield ["one word a line", fill("Kabul\n")];
  yield ["title-case lines", fill("Four Fighters Killed in Province\n")];
  yield ["only capitals", fill("THE ARMY ATTACKED THE VILLAGE AND KILLED TEN MEN. ")];
  yield ["only figures", fill("10 soldiers, 20 soldiers, 30 soldiers killed; ")];
  yield ["only dates", fill("on Friday, October 12, last month, ")];
  yield ["only said", fill("said he said she said ")];
  yield ["only that", fill("that ")];
  yield ["names", fill("Afghanistan Pakistan India Russia ")];
  yield ["right-to-left marks", fill("Kabul\u200f\u202e said\u202c that ")];
  yield ["zero-width characters", fill("Ka\u200bbul\u200d said ")];
  yield ["lone surrogates", fill("\ud800 said \udc00 ")];
  yield ["emoji", fill("👩‍👩‍👧‍👦🔥")];
  yield ["combining marks", `The army said so. Z${fill("\u0301")}`];
  yield [
    "nested elements",
    `<html><body>${"<div>".repeat(10_000)}The army said so.${"</div>".repeat(10_000)}</body></html>`,
  ];
  yield ["unclosed elements", `<html><body>${fill("<p><b><i>text ")}`];
  yield ["attributes", `<html><body><p ${fill('x="y" ')}>The army said so.</p></body></html>`];
  yield ["deep quotes", fill(`“He said: ‘They told us: “We will fight,” and left,’ the minister said. `)];
  yield ["nested quotation marks", "“‘".repeat(size / 4) + "’”".repeat(size / 4)];
  yield ["quotation after quotation", fill("“We will fight,” he said. “They will pay for it,” she said. ")];
  yield [
    "one quotation of many sentences",
    `He said: “${fill("The army will attack the town and kill its enemies. ")}”`,
  ];
  yield [
    "both sides",
    fill("Both sides accused each other of violating the truce and their allies agreed. "),
  ];
  yield ["only and", fill("and ")];
  yield ["datelines", fill("KABUL, Feb 27 (Agency) — The army said so.\n\n")];
  yield [
    "one paragraph of news",
    fill("The army killed ten fighters in Kabul on Friday, the ministry said, and Iran condemned it. "),
  ];
  yield ["short lines", fill("The army attacked.\n")];
  yield ["subheadings", fill("## What the army said\n\nThe army said so.\n\n")];
  yield ["a table of numbers", fill("12\t345\t6,789\t10.5%\n")];
  yield [
    "a list of countries",
    fill("Afghanistan, Pakistan, India, Russia, Iran, China, Sudan, Chad, Libya, Mali and "),
  ];
  yield [
    "a list of tolls",
    fill("killing 12 soldiers, 3 children, 20 civilians and wounding another 45, including 6 women, "),
  ];
  yield ["names of persons", fill("Ali Hassan Omar Abdul Karim al-Masri Juan Carlos ")];
  yield ["addresses", fill("https://example.org/a?b=c said www.example.org ")];
  yield ["mail", fill("a.b.c.d@e.f.g.h ")];
  yield ["abbreviations", fill("U.S. Gen. Lt. Col. No. 5 a.m. ")];
  yield ["apostrophes", fill("the army's men's 'village's' ")];
  yield ["many pages of one line", fill("---\n")];
  yield [
    "nested lists",
    Array.from({ length: 5_000 }, (_, k) => `${" ".repeat(Math.min(2 * k, 200))}- The army said so.`).join(
      "\n",
    ),
  ];
  yield [
    "block quotes in block quotes",
    `${">".repeat(5_000)} The army said so.\n${fill("> > > > text said\n")}`,
  ];
  yield ["emphasis never closed", fill("*the **army _said ")];
  yield ["links never closed", fill("[the army](")];
  yield [
    "links",
    `<html><body>${`<p><a href="/a">The army said so.</a></p>`.repeat(size / 43)}</body></html>`,
  ];
  yield [
    "cells",
    `<html><body><table>${"<tr><td>12</td><td>The army</td></tr>".repeat(size / 40)}</table></body></html>`,
  ];
  yield ["entities", `<html><body><p>${fill("&quot;the&nbsp;army&amp;")}</p></body></html>`];
}
