import { expect, test } from "vitest";
import { read, reader } from "../../tests/helpers/told.js";

/** "killing happened .. 2025-11-20": word, status and interval of each act of violence. */
const acts = (text: string) => {
  const coded = read(text);
  return coded.events
    .filter((e) => e.type === "ASSAULT")
    .map((e) => {
      const word = text.slice(e.trigger.start, e.trigger.end);
      return `${word} ${e.status} ${e.date.from ?? ""}..${e.date.to ?? ""}`;
    });
};

test("what an inquiry is about has happened, at any time before", () => {
  expect(
    acts("Nepal called on Monday for an investigation into the killing of two nurses in Pokhara."),
  ).toEqual(["killing happened ..2025-11-17"]);
  expect(acts("The widows demanded justice for the massacre of fishermen in Kismayo.")).toEqual([
    "massacre happened ..2025-11-20",
  ]);
  expect(
    acts("The prime minister vowed on Tuesday to punish those behind the attack on the mosque in Herat."),
  ).toEqual(["attack happened ..2025-11-18"]);
  expect(acts("A court in Dakar acquitted two officers of masterminding the murder of a senator.")).toEqual([
    "murder happened ..2025-11-20",
  ]);
});

test("the dead of such an act have its day", () => {
  const coded = reader.readText(
    "A court in Dakar on Tuesday convicted two officers of the murder of three fishermen.",
    { id: "t", published: "2025-11-20" },
  );
  expect(coded.tolls.map((t) => [t.count.low, t.date.from, t.date.to])).toEqual([[3, null, "2025-11-18"]]);
});

test("what may come, or is only supposed, is not taken for granted", () => {
  expect(acts("Police in Lima are investigating a possible attack on the port.").join()).not.toContain(
    "happened",
  );
  expect(acts("Kenya is investigating the threat of an attack on Nairobi.").join()).not.toContain("happened");
});

test("a day beside the act is its own, a day beside the inquiry is not", () => {
  expect(acts("Police are investigating the murder of a mayor near Cali on 3 October.")).toEqual([
    "murder happened 2025-10-03..2025-10-03",
  ]);
  const told =
    "Gunmen killed three farmers in Borno, Nigeria, on Sunday. On Wednesday Nigeria's police opened an inquiry into the killing of the farmers.";
  expect(acts(told)).toEqual([
    "killed happened 2025-11-16..2025-11-16",
    "killing happened 2025-11-16..2025-11-16",
  ]);
});
