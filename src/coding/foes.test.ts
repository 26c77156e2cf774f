import { describe, expect, test } from "vitest";
import { deed, read } from "../../tests/helpers/told.js";

const deeds = (text: string): string[] => read(text).events.map(deed);

const victims = (text: string): string[] =>
  read(text).tolls.map((t) => `${t.harm} ${t.count.low} ${t.of.party?.code ?? null}`);

const war = "Congolese soldiers and M23 fighters clashed near Sake on Monday.";

describe("the enemy is whom the speaker fights", () => {
  test.each([
    ["The army said it had destroyed an enemy convoy.", "ASSAULT COD -> M23"],
    ["The M23 said it had destroyed an enemy convoy.", "ASSAULT M23 -> COD"],
    ["The enemy shelled the hospital, the army said.", "ASSAULT M23 -> COD"],
    ["The army's spokesman said enemy fire had wounded three nurses.", "ASSAULT M23 -> COD"],
  ])("%s", (text, told) => {
    expect(deeds(`${war} ${text}`)).toContain(told);
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
    ).toEqual(expect.not.arrayContaining([expect.stringMatching(/-> CHE/)]));
  });
});
