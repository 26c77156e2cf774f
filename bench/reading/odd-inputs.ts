/** Inputs that no newsroom sends and that a reader must survive: name → text of about `size` characters. */
export function* oddInputs(size: number): Generator<[string, string]> {
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
  yield ["nested elements", `<html><body>${"<div>".repeat(10_000)}The army said so.${"</div>".repeat(10_000)}</body></html>`];
  yield ["unclosed elements", `<html><body>${fill("<p><b><i>text ")}`];
  yield ["attributes", `<html><body><p ${fill('x="y" ')}>The army said so.</p></body></html>`];
}
