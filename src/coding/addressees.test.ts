import { describe, expect, test } from "vitest";
import { codes, read, reader } from "../../tests/helpers/told.js";

/** "REQUEST PER > COL called-for" for each event, in the record's order. */
const events = (text: string): string[] =>
  read(text).events.map((e) => `${e.type} ${codes(e.actor, ",")} > ${codes(e.recipient, ",")} ${e.status}`);

describe("to whom it is said", () => {
  test.each([
    [
      "Armenian forces fought Azerbaijan near Kapan. Nikol Pashinyan called on Armenia to rebuild its army.",
      "REQUEST ARM >  called-for",
    ],
    [
      "The Shining Path attacked Peruvian soldiers. Keiko Fujimori of Peru called for a larger military effort to destroy the Shining Path.",
      "REQUEST PER >  called-for",
    ],
    [
      "Latvian leaders clamoured for the permanent deployment of allied troops to deter Russian meddling.",
      "REQUEST LVA >  called-for",
    ],
    [
      "Azerbaijan shelled Armenian posts near Kapan. Armenia shelled Azerbaijan's. Yerevan called for boots on the ground.",
      "REQUEST ARM >  called-for",
    ],
    [
      "Azerbaijan shelled Armenian posts near Kapan. Armenia shelled Azerbaijan's. Yerevan called for an end to the shelling.",
      "REQUEST ARM > AZE called-for",
    ],
  ])("%s", (text, told) => {
    expect(events(text)).toContain(told);
  });

  test("whom somebody asks to free others is asked", () => {
    expect(events("Togo called on the Malian junta to free its captives.")).toContain(
      "REQUEST TGO > MLI called-for",
    );
  });

  test("what leaders are to talk about is no party to their meeting", () => {
    expect(events("Peruvian ministers are expected to discuss the war against the Shining Path.")).toContain(
      "AGREE PER >  planned",
    );
  });
});

describe("what is no such act", () => {
  test.each([
    ["The threat posed by Eritrea is growing, Kenya said.", "THREATEN"],
    ["The culprits should be held accountable, Kenya's president said.", "COERCE"],
    ["The Mandara Dialogue is being held ahead of a ruling on a case filed by Kenya.", "COERCE"],
    ["A judge promised that the Kenyan authorities would give him custody of his son.", "COERCE"],
    ["Kenya looks set to take command of a brigade in Somalia.", "REQUEST"],
    ["Opposition leaders in Kenya blast President Ruto over the budget.", "ASSAULT"],
  ])("%s", (text, type) => {
    expect(events(text).filter((e) => e.startsWith(type))).toEqual([]);
  });

  test("a people's name before its genocide is whose it befell", () => {
    expect(
      events("Burundi recognised the Tutsi genocide of 1994, its president said.").join("; "),
    ).not.toMatch(/ASSAULT \w+ >/);
    expect(events("The Armenian genocide of 1915 is a matter of dispute.")).toContain(
      "ASSAULT  > ARM happened",
    );
  });
});

describe("what is only weighed", () => {
  test.each([
    ["Analysts had predicted an Ethiopian withdrawal from Somalia.", "RETREAT ETH >  hypothetical"],
    ["An Ethiopian withdrawal from the base would be welcome, Kenya said.", "RETREAT ETH >  hypothetical"],
    [
      "If Togo were to close the border, Ghana would accuse Togo of breaking the accord.",
      "ACCUSE GHA > TGO hypothetical",
    ],
    [
      'Ghana was "doing everything possible to undermine the truce", Togo\'s president said.',
      "ACCUSE TGO > GHA happened",
    ],
    ["The Togolese envoy was warned for shelling a market in Ghana.", "ASSAULT TGO > GHA happened"],
  ])("%s", (text, told) => {
    expect(events(text)).toContain(told);
  });
});

test("what nobody is going to do is not done", () => {
  expect(events("The Serbs know that Albania is not going to meet Serbia, Rama said.")).toContain(
    "REJECT ALB > SRB happened",
  );
});

test("what is called for by a gerund has not happened", () => {
  expect(events("The governor called for banning Ghanaian traders from the market in Togo.")).toEqual([
    "REQUEST TGO > GHA called-for",
  ]);
});

test("who is for a deal did not bring it about", () => {
  const { initiatives } = reader.readText(
    "Kenya's president backed the deal between Ethiopia and Somalia, while Uganda brokered the truce between them.",
    { id: "t", published: "2025-11-20" },
  );
  expect(initiatives.map((i) => `${i.act} ${codes(i.thirdParty)}`)).toEqual(["brokers UGA"]);
});

test("what was tried with force was an attack", () => {
  expect(events("Eritrean troops attempted to seize the Ethiopian town of Zalambessa.")).toContain(
    "ASSAULT ERI > ETH happened",
  );
});

test("what is planned has not been carried out", () => {
  expect(events("Residents heard of an Eritrean offensive planned against Ethiopia.")).toEqual([
    "THREATEN ERI > ETH threatened",
  ]);
});

test("a medical convoy is help, and no troops", () => {
  expect(events("Kenya dispatched a medical convoy to Somalia.")).toEqual(["AID KEN > SOM happened"]);
});

test("who leads one side is no broker", () => {
  const { events: told } = reader.readText(
    "An agreement between Kenya, led by its prime minister, and Somalia was signed on Monday.",
    { id: "t", published: "2025-11-20" },
  );
  expect(told.flatMap((e) => e.broker)).toEqual([]);
});

describe("nobody is made to fight himself", () => {
  test.each([
    ["KHARTOUM - The Sudanese army retook the town of Bara.", "ASSAULT SDN >  happened"],
    ["RIYADH - Saudi Arabia intercepted a missile over Jizan.", "ASSAULT SAU >  happened"],
    // but an army may shell its own people
    ["KHARTOUM - The Sudanese army bombed the town of Bara.", "ASSAULT SDN > SDN happened"],
  ])("%s", (text, told) => {
    expect(events(text)).toContain(told);
  });
});
