import { describe, expect, test } from "vitest";
import { loadReader } from "../data/load-reader.js";
import { readThingSources } from "../data/load-things.js";

const reader = await loadReader();
const events = (text: string) => reader.readText(text, { published: "2025-06-16" }).events;

describe("means and targets", () => {
  test("a weapon belongs to the event that it was used for", () => {
    const [attack] = events("Gunmen attacked a police post in Kandahar with rockets on Monday.");
    expect(attack!.means.map((m) => [m.words, m.kind])).toEqual([["rockets", "rocket"]]);
    expect(attack!.targets.map((t) => [t.words, t.kind])).toEqual([["police post", "police"]]);
  });

  test("what was seized was not used", () => {
    const all = events("Soldiers killed two rebels near Goma and seized 12 rifles.");
    expect(all.flatMap((e) => e.means)).toEqual([]);
  });

  test("a road on which people are attacked is no target", () => {
    const all = events("Rebels ambushed a doctor on the coastal highway in Sinaloa.");
    expect(all.flatMap((e) => e.targets)).toEqual([]);
  });

  test("the words are without article and number", () => {
    const all = events("Two powerful bombs exploded at the front doors of three banks in Lima.");
    expect(all.flatMap((e) => [...e.means, ...e.targets]).map((x) => x.words)).toEqual([
      "powerful bombs",
      "banks",
    ]);
  });

  test.each([
    ["Guerrillas blew up President Ruiz's residence.", ["President Ruiz's residence"]],
    ["A bomb damaged the offices of the Workers' Party, an ally.", ["offices of the Workers' Party"]],
    ["Rebels burned a bus of the Rapido company.", ["bus of the Rapido company"]],
  ])("whose a thing is belongs to its words: %s", (text, words) => {
    expect(events(text).flatMap((e) => e.targets.map((t) => t.words))).toEqual(words);
  });
});

describe("lexicons/things", () => {
  const { means, targets } = readThingSources();
  const kinds = (text: string, of: "means" | "targets") =>
    events(text).flatMap((e) => e[of].map((x) => x.kind));
  test.each(means.map((b) => [b.kind, b.yes] as const))("means %s: %s", (kind, yes) => {
    expect(kinds(yes, "means")).toContain(kind);
  });
  test.each(means.map((b) => [b.kind, b.no] as const))("no means %s: %s", (kind, no) => {
    expect(kinds(no, "means")).not.toContain(kind);
  });
  test.each(targets.map((b) => [b.kind, b.yes] as const))("target %s: %s", (kind, yes) => {
    expect(kinds(yes, "targets")).toContain(kind);
  });
  test.each(targets.map((b) => [b.kind, b.no] as const))("no target %s: %s", (kind, no) => {
    expect(kinds(no, "targets")).not.toContain(kind);
  });
});
