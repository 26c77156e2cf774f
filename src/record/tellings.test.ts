import { beforeAll, expect, test } from "vitest";
import { loadReader, type NodeReader } from "../data/load-reader.js";
import { factsOfReport } from "./report-facts.js";
import { tellingsOf } from "./tellings.js";

let reader: NodeReader;
beforeAll(async () => {
  reader = await loadReader();
});

/** "killed 4 2025-11-17..2025-11-17": the tolls and days of each happening of violence that a report tells. */
const happenings = (text: string) => {
  const coded = reader.readText(text, { id: "t", published: "2025-11-20" });
  return tellingsOf(coded, factsOfReport(coded, "t"), "t")
    .filter((t) => t.kind === "violence")
    .map((t) => {
      const tolls = t.tolls.map((x) => `${x.harm} ${x.low}`).join(", ");
      return `${tolls} ${t.date.from ?? ""}..${t.date.to ?? ""}`;
    });
};

test("what is told further of one happening is gathered", () => {
  expect(
    happenings(
      "Gunmen killed four soldiers in Mali on Monday. The attack also wounded nine people, the army said.",
    ),
  ).toEqual(["killed 4, wounded 9 2025-11-17..2025-11-17"]);
});

test("words that open another happening begin one", () => {
  const first = "Gunmen killed four soldiers in Mali on Monday.";
  const both = ["killed 4 2025-11-17..2025-11-17", "wounded 9 2025-11-17..2025-11-17"];
  expect(happenings(`${first} Nine people were wounded in another attack on Monday.`)).toEqual(both);
  expect(happenings(`${first} Meanwhile, a bomb wounded nine people in a market on Monday.`)).toEqual(both);
});

test("an act of some time before does not take up what happened since", () => {
  expect(
    happenings(
      "A court in Dakar on Tuesday convicted two officers of the murder of three fishermen. The army rejected it. Gunmen killed four soldiers in Mali on Monday.",
    ),
  ).toEqual(["killed 3 ..2025-11-18", "killed 4 2025-11-17..2025-11-17"]);
});

test("an act that is only referred to has no first day", () => {
  expect(
    happenings("A court in Dakar on Tuesday convicted two officers of the murder of three fishermen."),
  ).toEqual(["killed 3 ..2025-11-18"]);
});

/** "killed 40 of SDN by RSF": whose the victims of each toll are, and who counts them. */
const victims = (text: string) => {
  const coded = reader.readText(text, { id: "t", published: "2025-11-20" });
  return tellingsOf(coded, factsOfReport(coded, "t"), "t").flatMap((t) =>
    t.tolls.map((x) => `${x.harm} ${x.low} of ${x.party}, says ${x.sources.join(", ")}`),
  );
};

test("people whom a state counts are its own where no more is said; those whom a group counts are not", () => {
  expect(
    victims("Russia fired rockets at Kharkiv on Monday. Ukraine said the number of dead was 14."),
  ).toContain("killed 14 of UKR, says UKR");
  expect(
    victims("The RSF shelled the army's base in El Obeid on Monday. The RSF said the number of dead was 40."),
  ).toContain("killed 40 of null, says RSF");
});
