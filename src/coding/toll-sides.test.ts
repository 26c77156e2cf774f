import { expect, test } from "vitest";
import { read } from "../../tests/helpers/told.js";

/** "wounded 5 PHL by CHN" for each toll, in the record's order. */
const tolls = (text: string): string[] =>
  read(text).tolls.map(
    (t) => `${t.harm} ${t.count.low} ${t.of.party?.code ?? "-"} by ${t.perpetrator?.code ?? "-"}`,
  );

test.each([
  [
    "MOMBASA - A Somali patrol boat rammed a Kenyan navy ship on Tuesday, Nairobi said, injuring three sailors.",
    ["wounded 3 KEN by SOM"],
  ],
  [
    "GOMA - Congo's army said M23 fighters had shelled its camp near Sake, wounding four soldiers.",
    ["wounded 4 COD by M23"],
  ],
  [
    "M23 took Sake. The rebels said army drones killed 12 civilians in Minova, Congo.",
    ["killed 12 COD by COD"],
  ],
  [
    "M23 took Sake. Government drones bombed a market in Minova, Congo, killing 12 people.",
    ["killed 12 COD by COD"],
  ],
  // a group fights beyond its country: its victims are of where the report is set
  [
    "PEMBA - The Mozambican army left Mocimboa. The Islamic State said that its fighters had captured a soldier.",
    ["captured 1 MOZ by ISIS"],
  ],
  // a state tells of its own soldiers, wherever they were hit
  [
    "Rwandan troops fight gunmen in Mozambique. Two soldiers were killed on Sunday when gunmen fired a missile at their car in Palma, Mozambique, the Rwandan army said.",
    ["killed 2 RWA by -"],
  ],
  // what is told of elsewhere as somebody's own says nothing of these
  [
    "The envoy came in his own car. Armenia said nine villagers had been killed by Azerbaijani fire, and that 12 Azerbaijani soldiers had died.",
    ["killed 9 - by AZE", "killed 12 AZE by -"],
  ],
  // in a clash each side suffers
  ["Chadian and Sudanese soldiers clashed near Tine, killing five soldiers.", ["killed 5 - by -"]],
  // what came of a deed is of whoever did it, whatever stands nearer
  [
    "MANILA - The Indian navy struck a dhow that it said was ferrying rifles for the group Jaish al-Adl, killing six.",
    ["killed 6 - by IND"],
  ],
  [
    "LIMA - Peru suspended the talks after Shining Path guerrillas ambushed a patrol in Cusco, killing seven soldiers.",
    ["killed 7 PER by SHINING PATH"],
  ],
  // whose make a weapon is, whose help a group has
  [
    "The Rapid Support Forces said Iranian-made drones had hit two of its checkpoints near El Obeid, killing two fighters.",
    ["killed 2 RSF by -"],
  ],
  ["GOMA - The Rwanda-backed M23 rebels killed six soldiers near Goma.", ["killed 6 COD by M23"]],
  ["A Saudi-led air strike killed three children in Saada.", ["killed 3 YEM by SAU"]],
  ["The Houthi-led assault on Marib in Yemen killed nine soldiers.", ["killed 9 YEM by HOUTHIS"]],
  // who condemns an attack did not make it, who launched an operation did
  [
    "The United Nations condemned a drone attack on a convoy in Darfur, in which two drivers died.",
    ["killed 2 - by -"],
  ],
  // nobody kills his own men, unless the words say so
  [
    "Iran said 20 civilians and five members of its armed forces were killed in the days that followed.",
    ["killed 20 IRN by -", "killed 5 IRN by -"],
  ],
  [
    "Armenia said nine villagers had been killed by Azerbaijani fire, and that 12 Azerbaijani soldiers had died.",
    ["killed 9 - by AZE", "killed 12 AZE by -"],
  ],
  ["Israel said its troops had killed three of their own soldiers by mistake.", ["killed 3 ISR by ISR"]],
  // a clause behind "after" has a subject of its own
  [
    "ACCRA - Togo closed the border after a raid by gunmen on two villages near Dapaong killed nine farmers.",
    ["killed 9 TGO by -"],
  ],
  [
    "NAIROBI - Kenya recalled its envoy a day after Somali artillery fire on a border town wounded four teachers.",
    ["wounded 4 KEN by SOM"],
  ],
  [
    "Talks were called off after an Azerbaijani drone strike on Armenian villages killed six people.",
    ["killed 6 ARM by AZE"],
  ],
  // people of whom no more is said are of where they were hurt
  ["A bomb tore through a market in Mogadishu, killing 11 people.", ["killed 11 SOM by -"]],
  [
    "Russian drones struck flats in Poltava on Monday. Nine people were wounded in Sumy.",
    ["wounded 9 UKR by RUS"],
  ],
  // but who fled to a country is not of it
  ["Some 4,000 people have fled to Chad.", ["displaced 3500 - by -"]],
  ["Lima and Quito are at war. Thai officers put the Cambodian dead at 40.", ["killed 40 KHM by -"]],
  // who looks after people did not drive them out
  ["Thailand has evacuated 12,000 villagers from Surin since Sunday.", ["displaced 12000 THA by -"]],
  ["Uganda is hosting 40,000 Congolese refugees.", ["displaced 40000 COD by -"]],
])("%s", (text, expected) => {
  expect(tolls(text)).toEqual(expected);
});
