import { beforeAll, describe, expect, test } from "vitest";
import { loadReader, type NodeReader } from "../data/load-reader.js";

let reader: NodeReader;
beforeAll(async () => {
  reader = await loadReader();
});

/** "ASSAULT COD>M23" for each event of a report. */
const deeds = (text: string) => {
  const codes = (list: readonly { code: string | null }[]) => list.map((p) => p.code ?? "?").join(",");
  return reader
    .readText(text, { id: "t", published: "2025-11-20" })
    .events.map((e) => `${e.type} ${codes(e.actor)}>${codes(e.recipient)}`);
};

const victims = (text: string) =>
  reader
    .readText(text, { id: "t", published: "2025-11-20" })
    .tolls.map((t) => `${t.harm} ${t.count.low} ${t.of.party?.code ?? null}`);

const war = "Congolese soldiers and M23 fighters clashed near Sake on Monday.";

describe("the enemy is whom the speaker fights", () => {
  test.each([
    ["The army said it had destroyed an enemy convoy.", "ASSAULT COD>M23"],
    ["The M23 said it had destroyed an enemy convoy.", "ASSAULT M23>COD"],
    ["The enemy shelled the hospital, the army said.", "ASSAULT M23>COD"],
    ["The army's spokesman said enemy fire had wounded three nurses.", "ASSAULT M23>COD"],
  ])("%s", (text, deed) => {
    expect(deeds(`${war} ${text}`)).toContain(deed);
  });

  test.each([
    ["The army said 20 enemy fighters had been killed.", "killed 20 M23"],
    ["The army's spokesman said the enemy had lost 40 men.", "killed 40 M23"],
    ["The M23 said it had shot down two enemy drones.", "destroyed 2 COD"],
  ])("%s", (text, toll) => {
    expect(victims(`${war} ${text}`)).toContain(toll);
  });

  test("of whom none is told to fight it is nobody", () => {
    expect(
      deeds("Switzerland's army said it would stop any enemy. Police shot dead a public enemy."),
    ).toEqual(expect.not.arrayContaining([expect.stringMatching(/>CHE/)]));
  });
});

describe("an army or a ministry without a country, where the report has named no other", () => {
  test.each([
    [
      "MOSCOW, 4 June 2024 - The Defence Ministry said its forces hit Ukrainian sites near Kharkiv. Ukraine denied it.",
      "ASSAULT RUS>UKR",
    ],
    [
      "JERUSALEM, 4 June 2024 - The army said it struck Hezbollah launchers in southern Lebanon. Lebanon protested.",
      "ASSAULT ISR>HEZBOLLAH",
    ],
    [
      "KYIV, 4 June 2024 - Russian drones struck Odesa on Monday. The air force said it had shot down six Russian missiles.",
      "ASSAULT UKR>RUS",
    ],
    [
      "DAKAR, 4 June 2024 - Gunmen raided Djibo in Burkina Faso. JNIM said its fighters had overrun the army camp there.",
      "ASSAULT JNIM>BFA",
    ],
  ])("%s", (text, deed) => {
    expect(deeds(text)).toContain(deed);
  });
});

describe("who did it, and to whom", () => {
  test.each([
    ["Kenyan police exchanged fire with gunmen near the airport.", "ASSAULT KEN>?"],
    [
      "Kenya's Foreign Minister Ann Otte met army chief Bo Tun Aye in Bangkok. Myanmar's army fights.",
      "CONSULT KEN",
    ],
    ["M23 rebels took Masisi on Monday. Two foreign peacekeepers were killed.", "ASSAULT >?"],
  ])("%s", (text, deed) => {
    expect(deeds(text).join("; ")).toContain(deed);
  });

  test("what a thing is called is done by nobody who calls it so", () => {
    expect(deeds("Venezuela's president called the campaign an attempt to topple him.")).toEqual([]);
  });

  test("an acting minister is of the country before the word", () => {
    expect(deeds("Thailand's acting foreign minister met Laos's president in Vientiane.").join()).toContain(
      "THA",
    );
  });

  test("whom somebody meets abroad is not of that country", () => {
    const text =
      "Myanmar's army declared a truce. Kenya's Foreign Minister Ann Otte met junta chief Bo Tun Aye in Bangkok.";
    expect(deeds(text).join("; ")).not.toContain("THA");
  });

  test("an armed group that declares a truce brokers none", () => {
    const text =
      "Philippine soldiers fought Abu Sayyaf fighters in Basilan. The MILF declared a month-long truce on Monday.";
    const { initiatives } = reader.readText(text, { id: "t", published: "2025-11-20" });
    expect(initiatives.map((i) => i.act)).not.toContain("brokers");
  });
});
