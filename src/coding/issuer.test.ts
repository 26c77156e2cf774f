import { describe, expect, test } from "vitest";
import { codes, deed, ownEvents, reader, readUndated } from "../../tests/helpers/told.js";

const issuer = (text: string) => {
  const found = reader.traceBytes(Buffer.from(text), { name: "t.txt", id: "t" }).parsed.issuer;
  return found ? codes(found.parties) : null;
};

/** "ASSAULT ERI -> ETH by ETH" for each event: who did it, to whom, says who. */
const events = (text: string) =>
  ownEvents(readUndated(text)).map((e) => `${deed(e)} says ${codes(e.sources)}`);

const tolls = (text: string) =>
  readUndated(text).tolls.map(
    (t) => `${t.count.low} ${t.harm} of ${t.of.party?.code} says ${codes(t.sources)}`,
  );

const said = (text: string) =>
  readUndated(text).attributions.map((a) => `${a.source}=${codes(a.parties)} ${a.stance}`);

const MINISTRY = `FEDERAL DEMOCRATIC REPUBLIC OF ETHIOPIA
Ministry of Foreign Affairs

Press Statement on the Situation along the Northern Border

Addis Ababa, 14 March 2026

Yesterday our forces came under fire from Eritrean artillery, and three of our soldiers were killed near Badme.

We reject the claim of Asmara that Ethiopian troops had crossed the border. We call on Eritrea to withdraw its forces without delay.

The Eritrean Ministry of Information speaks of five dead. The Ministry has asked the African Union for a mission of inquiry.
`;

const FRONT = `FRONT DE LIBERATION DE L'AZAWAD (FLA)

COMMUNIQUE No. 17

On 11 April 2026, our forces attacked a convoy of the Malian army south of Tessalit. Fourteen soldiers were killed.

The Front rejects the lies of the junta, which claims that it has killed 30 of our men.

Kidal, 12 April 2026
`;

describe("who issued a report", () => {
  test("is told by a letterhead with a ministry and a state", () => {
    expect(issuer(MINISTRY)).toBe("ETH");
  });

  test("is told by a letterhead alone, where we speak", () => {
    const text = `Inter Services Public Relations
Pakistan

No PR-88/2026-ISPR
Rawalpindi, 3 February 2026

On the night of 2 February our troops engaged a group near Miranshah and killed nine of them in a firefight.

We shall defend our borders with all means that the nation has given to its soldiers.
`;
    expect(issuer(text)).toBe("PAK");
  });

  test("is told by a title", () => {
    const body =
      "\n\n20 January 2026\n\nWe call on all parties to cease hostilities and to return to the talks in Doha.\n";
    const titled = (title: string) => issuer(title + body);
    expect(titled("Statement by the High Representative on behalf of the European Union on Kivu")).toBe("EU");
    expect(
      titled("Joint Statement of the Foreign Ministers of France, Germany and the United Kingdom on Sudan"),
    ).toBe("FRA+DEU+GBR");
    expect(titled("Thai Foreign Ministry Statement on the Cambodian attack")).toBe("THA");
    expect(titled("Statement attributable to the Spokesperson for the Secretary-General - on Mali")).toBe(
      "UN",
    );
  });

  test("is told by a sign-off, or by the words that open it", () => {
    const text =
      "Statement on the incident at the crossing\n\nOn 3 March the army of Azerbaijan fired on our positions near Jermuk.\n\n";
    expect(issuer(`${text}Issued by the Press Office of the Ministry of Foreign Affairs of Armenia\n`)).toBe(
      "ARM",
    );
    expect(
      issuer(
        `Press statement\n\nWe have handed over the bodies of two captives, as the agreement of October requires of us.\n\nIslamic Resistance Movement - Hamas\n`,
      ),
    ).toBe("HAMAS");
    expect(
      issuer(
        "The following statement was issued today by the Spokesperson for UN Secretary-General António Guterres:\n\nThe Secretary-General is alarmed by the clashes on the border. We urge both sides to respect the ceasefire.\n",
      ),
    ).toBe("UN");
  });

  test("is told by a short name that the lexicon does not know, and by what opens the text", () => {
    const front = `PATRIOTIC FRONT FOR THE RENEWAL OF KASAI (FPRK)

Military communiqué No. 4

Our fighters ambushed a patrol of the Congolese army near Kananga on 3 May and killed eight of its soldiers.
`;
    expect(issuer(front)).toBe("FPRK");
    expect(events(front)).toContain("ASSAULT FPRK -> COD says FPRK");
    const ourselves = `Statement on the violence in Darfur

We, the Foreign Ministers of Norway and Canada, strongly condemn the attack of the Rapid Support Forces on the camp of Zamzam.
`;
    expect(issuer(ourselves)).toBe("NOR+CAN");
  });

  test("is nobody in what an outlet tells, whatever its headline is about", () => {
    const text = `Government statement on border clashes fails to calm fears

YEREVAN, 4 March 2026 - A statement by the Ministry of Defence of Armenia came late on Tuesday. "We lost one soldier," it said.

"They shot at us for an hour," said a farmer in the village of Nerkin Hand.
`;
    expect(issuer(text)).toBe(null);
    const masthead = `The Kabul Times

We could not verify the figures of the Taliban, who said that they had lost nobody in the fighting on the border.
`;
    expect(issuer(masthead)).toBe(null);
  });

  test("is unknown in a statement that names nobody", () => {
    const text =
      "Statement to the public\n\nThe army of Chad bombed our villages on Monday and killed nine of our people. We shall answer.\n";
    expect(issuer(text)).toBe("");
    expect(events(text).filter((e) => e.includes("TCD -> TCD"))).toEqual([]);
  });
});

describe("in a statement", () => {
  test("we are who issued it, and never the last to be named", () => {
    expect(said(MINISTRY)).toEqual([
      "We=ETH denies",
      "We=ETH asserts",
      "The Eritrean Ministry of Information=ERI asserts",
      "The Ministry=ETH asserts",
    ]);
    expect(tolls(MINISTRY)[0]).toBe("3 killed of ETH says ETH");
    expect(events(MINISTRY)).toContain("REQUEST ETH -> ERI says ETH");
  });

  test("who suffers on its soil is its people, where it speaks of its own", () => {
    const text = (ours: string) => `Statement of the Ministry of Defence of Armenia

Yerevan, 4 March 2026

On 3 March Azerbaijan fired at ${ours}. A teacher was killed and eleven residents were wounded.
`;
    const who = (ours: string) => tolls(text(ours)).map((t) => t.replace(/ says.*/, ""));
    expect(who("our villages near Jermuk")).toEqual(["1 killed of ARM", "11 wounded of ARM"]);
    expect(who("a village near Jebrail")).toEqual(["1 killed of undefined", "11 wounded of undefined"]);
  });

  test("what others are quoted with is theirs", () => {
    const text = MINISTRY.replace(
      "The Eritrean Ministry of Information speaks of five dead.",
      '"We killed nobody," the Eritrean information minister said.',
    );
    expect(said(text)).toContain("the Eritrean information minister=ERI asserts");
  });

  test("a group is called again by the noun of its name", () => {
    expect(said(FRONT)).toEqual(["The Front=FLA asserts", "the junta=MLI asserts"]);
    expect(tolls(FRONT)).toEqual(["14 killed of MLI says FLA", "30 killed of FLA says MLI"]);
  });

  test("ends where another report begins", () => {
    const text = `${FRONT}
* * *

Mali's army said on Monday that it had lost six soldiers near Tessalit. "We killed 30 terrorists," it said.
`;
    expect(said(text).slice(-2)).toEqual(["Mali's army=MLI asserts", "it=MLI asserts"]);
  });

  test("a report on a meeting is not its council's claim", () => {
    const text = `SECURITY COUNCIL
9,870th Meeting (AM)

The Council met on Tuesday to hear of the attack by gunmen on a market in Bor, which killed 22 people, and of the talks in Juba.
`;
    expect(issuer(text)).toBe("UN");
    expect(tolls(text)).toEqual(["22 killed of SSD says "]);
  });
});
