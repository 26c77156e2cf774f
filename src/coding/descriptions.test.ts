import { describe, expect, test } from "vitest";
import { deed, read } from "../../tests/helpers/told.js";

const deeds = (text: string): string[] => read(text).events.map(deed);

describe("an army or a ministry without a country, where the report has named no other", () => {
  test.each([
    [
      "MOSCOW, 4 June 2024 - The Defence Ministry said its forces hit Ukrainian sites near Kharkiv. Ukraine denied it.",
      "ASSAULT RUS -> UKR",
    ],
    [
      "JERUSALEM, 4 June 2024 - The army said it struck Hezbollah launchers in southern Lebanon. Lebanon protested.",
      "ASSAULT ISR -> HEZBOLLAH",
    ],
    [
      "KYIV, 4 June 2024 - Russian drones struck Odesa on Monday. The air force said it had shot down six Russian missiles.",
      "ASSAULT UKR -> RUS",
    ],
    [
      "DAKAR, 4 June 2024 - Gunmen raided Djibo in Burkina Faso. JNIM said its fighters had overrun the army camp there.",
      "ASSAULT JNIM -> BFA",
    ],
  ])("%s", (text, told) => {
    expect(deeds(text)).toContain(told);
  });
});

describe("who did it, and to whom", () => {
  test.each([
    ["Kenyan police exchanged fire with gunmen near the airport.", "ASSAULT KEN -> ?"],
    [
      "Kenya's Foreign Minister Ann Otte met army chief Bo Tun Aye in Bangkok. Myanmar's army fights.",
      "CONSULT KEN",
    ],
    ["M23 rebels took Masisi on Monday. Two foreign peacekeepers were killed.", "ASSAULT  -> ?"],
  ])("%s", (text, told) => {
    expect(deeds(text).join("; ")).toContain(told);
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
    expect(read(text).initiatives.map((i) => i.act)).not.toContain("brokers");
  });
});
