/**
 * Sentences of the genre that the treebanks lack: reports of fighting, built from patterns written for this project.
 * They teach the models constructions (gaps over "X said", titles before names, datelines, "including" phrases, "amid")
 * and words ("shelling", "ceasefire"), not facts: who does what to whom is drawn by lot from a seeded generator.
 *
 * Notation: items parted by blanks. `form/TAG/relation/head` is a word, `{slot}/relation/head` a phrase whose head takes
 * the relation; `head` counts items of the same pattern from 1, 0 is the head of the pattern itself. Trees follow UD.
 */
import type { ConlluSentence, ConlluWord } from "../../src/language/conllu.js";
import { seededNumbers } from "./seeded.js";

const TAGS: Readonly<Record<string, string>> = {
  NN: "NOUN|NN",
  NNS: "NOUN|NNS",
  NNP: "PROPN|NNP",
  NNPS: "PROPN|NNPS",
  VB: "VERB|VB",
  VBD: "VERB|VBD",
  VBZ: "VERB|VBZ",
  VBP: "VERB|VBP",
  VBN: "VERB|VBN",
  VBG: "VERB|VBG",
  AVBD: "AUX|VBD",
  AVBN: "AUX|VBN",
  AVBZ: "AUX|VBZ",
  AVBP: "AUX|VBP",
  AVB: "AUX|VB",
  MD: "AUX|MD",
  JJ: "ADJ|JJ",
  JNP: "ADJ|NNP",
  IN: "ADP|IN",
  SIN: "SCONJ|IN",
  RP: "ADP|RP",
  DT: "DET|DT",
  CD: "NUM|CD",
  RB: "ADV|RB",
  PRP: "PRON|PRP",
  PRPS: "PRON|PRP$",
  WDT: "PRON|WDT",
  WP: "PRON|WP",
  WRB: "ADV|WRB",
  CC: "CCONJ|CC",
  POS: "PART|POS",
  TO: "PART|TO",
  COMMA: "PUNCT|,",
  STOP: "PUNCT|.",
  COLON: "PUNCT|:",
  LRB: "PUNCT|-LRB-",
  RRB: "PUNCT|-RRB-",
};

const words = (tag: string, list: string) => list.split(" ").map((w) => `${w}/${tag}/x/0`);
const names = (list: string) =>
  list.split(",").map((name) =>
    name
      .trim()
      .split(" ")
      .map((w, i) => (i === 0 ? `${w}/NNP/x/0` : `${w}/NNP/flat/1`))
      .join(" "),
  );

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  state: words(
    "NNP",
    "Pakistan Afghanistan India Russia Ukraine Israel Iran Sudan Ethiopia Eritrea Rwanda Armenia Azerbaijan Turkey Syria Lebanon Yemen Mali Niger Chad Colombia Venezuela Myanmar Thailand Cambodia China Egypt Qatar Jordan Iraq Somalia Kenya Uganda Serbia Kosovo Georgia Libya Islamabad Kabul Kyiv Moscow Tehran Khartoum Yerevan Baku Kigali Kinshasa Damascus Bamako Bogota Caracas Addis Doha Ankara Hamas Hezbollah Washington NATO",
  ),
  place: names(
    "Goma, El Fasher, Khan Younis, Rafah, Bakhmut, Kharkiv, Quetta, Peshawar, Khartoum, Omdurman, Port Sudan, Gao, Timbuktu, Mekelle, Lashio, Sagaing, Jenin, Nablus, Aleppo, Idlib, Hodeidah, Marib, Beni, Bukavu, Cabo Delgado, Mosul, Kandahar, Jalalabad, Catatumbo, Stepanakert, Kursk, Pokrovsk, Mogadishu, Maiduguri, Ouagadougou",
  ),
  person: names(
    "Khalid Mansoor, Andrei Sokolov, Nabil Qasim, Amina Diallo, Yusuf Abdi, Maria Petrova, Ravi Menon, Hamid Karimi, Samuel Okello, Daniel Katz, Tigran Petrosyan, Elvin Mammadov, Carlos Rojas, Aung Zaw, Ibrahim Toure, Leila Haddad, Omar Suleiman, Oleksandr Koval, Zarina Baloch, Jean Mukendi",
  ),
  surname: words("NNP", "Mansoor Sokolov Qasim Petrova Menon Karimi Okello Katz Rojas Toure Haddad Koval"),
  group: [
    ...words(
      "NNS",
      "militants rebels gunmen insurgents fighters separatists guerrillas soldiers troops jihadists paramilitaries militiamen",
    ),
    "security/NN/compound/2 forces/NNS/x/0",
    "government/NN/compound/2 troops/NNS/x/0",
    "{nation}/amod/2 forces/NNS/x/0",
    "{nation}/amod/2 troops/NNS/x/0",
    "armed/JJ/amod/2 men/NNS/x/0",
    "M23/NNP/compound/2 rebels/NNS/x/0",
    "suspected/VBN/amod/2 militants/NNS/x/0",
    "Houthi/NNP/compound/2 fighters/NNS/x/0",
  ],
  nation: words(
    "JJ",
    "Pakistani Afghan Indian Russian Ukrainian Israeli Iranian Sudanese Ethiopian Rwandan Armenian Azerbaijani Turkish Syrian Lebanese Yemeni Malian Colombian Burmese Congolese Palestinian",
  ),
  sayers: [
    ...words("NNS", "officials residents witnesses authorities doctors activists rescuers medics"),
    "health/NN/compound/2 officials/NNS/x/0",
    "security/NN/compound/2 sources/NNS/x/0",
    "local/JJ/amod/2 officials/NNS/x/0",
    "police/NN/compound/2 officials/NNS/x/0",
    "{nation}/amod/2 officials/NNS/x/0",
  ],
  army: [
    "the/DT/det/2 army/NN/x/0",
    "the/DT/det/2 military/NN/x/0",
    "the/DT/det/3 {nation}/amod/3 army/NN/x/0",
    "the/DT/det/3 {nation}/amod/3 military/NN/x/0",
    "the/DT/det/2 government/NN/x/0",
    "the/DT/det/2 ministry/NN/x/0",
    "the/DT/det/2 junta/NN/x/0",
    "{state}/nmod:poss/3 's/POS/case/1 army/NN/x/0",
    "{state}/nmod:poss/4 's/POS/case/1 defence/NN/compound/4 ministry/NN/x/0",
    "{state}/nmod:poss/4 's/POS/case/1 Foreign/JNP/amod/4 Ministry/NNP/x/0",
  ],
  day: words("NNP", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
  number: words("CD", "two three four five six seven eight nine 10 11 12 14 17 20 23 30 45 60 100"),
  victims: [
    ...words(
      "NNS",
      "soldiers civilians people policemen fighters Palestinians children villagers worshippers",
    ),
    "{nation}/amod/2 soldiers/NNS/x/0",
    "{nation}/amod/2 troops/NNS/x/0",
  ],
  part: [
    "{number}/nummod/2 children/NNS/x/0",
    "{number}/nummod/2 women/NNS/x/0",
    "a/DT/det/2 commander/NN/x/0",
    "{number}/nummod/3 {nation}/amod/3 soldiers/NNS/x/0",
    "women/NNS/x/0 and/CC/cc/3 children/NNS/conj/1",
    "{number}/nummod/3 Afghan/JJ/amod/3 troops/NNS/x/0 and/CC/cc/7 {number}/nummod/7 Pakistani/JJ/amod/7 troops/NNS/conj/3",
    "its/PRPS/nmod:poss/2 commander/NN/x/0",
  ],
  attack: words(
    "NNS",
    "airstrikes strikes attacks clashes raids bombardments ambushes incursions drones shells missiles rockets",
  ),
  fighting: [
    ...words("NNS", "clashes hostilities tensions protests negotiations"),
    "heavy/JJ/amod/2 fighting/NN/x/0",
    "fierce/JJ/amod/2 clashes/NNS/x/0",
    "intense/JJ/amod/2 shelling/NN/x/0",
    "renewed/JJ/amod/2 violence/NN/x/0",
    "rising/VBG/amod/2 tensions/NNS/x/0",
    "a/DT/det/2 ceasefire/NN/x/0",
    "a/DT/det/3 fragile/JJ/amod/3 truce/NN/x/0",
    "cross/NN/compound/4 -/HYPH/punct/1 border/NN/x/1 fire/NN/x/0",
    "clashes/NNS/x/0 between/IN/case/4 the/DT/det/4 neighbours/NNS/nmod/1",
    "reports/NNS/x/0 of/IN/case/3 shelling/NN/nmod/1",
  ].filter((p) => !p.includes("HYPH")),
  amid: [...words("IN", "amid amid amid amid during after despite"), "amidst/IN/x/0"],
  hit: words(
    "VBD",
    "shelled bombed attacked struck stormed raided seized captured recaptured overran ambushed torched",
  ),
  target: [
    "a/DT/det/2 convoy/NN/x/0",
    "a/DT/det/3 military/JJ/amod/3 base/NN/x/0",
    "the/DT/det/2 town/NN/x/0 of/IN/case/4 {place}/nmod/2",
    "an/DT/det/2 airbase/NN/x/0",
    "a/DT/det/2 checkpoint/NN/x/0",
    "positions/NNS/x/0 near/IN/case/3 {place}/nmod/1",
    "several/JJ/amod/2 villages/NNS/x/0",
    "a/DT/det/3 displacement/NN/compound/3 camp/NN/x/0 in/IN/case/5 {place}/nmod/3",
    "a/DT/det/3 border/NN/compound/3 post/NN/x/0",
  ],
  title: [
    "President/NNP/x/0",
    "Prime/JNP/amod/2 Minister/NNP/x/0",
    "Defence/NNP/compound/2 Minister/NNP/x/0",
    "Foreign/JNP/amod/2 Minister/NNP/x/0",
    "Interior/NNP/compound/2 Minister/NNP/x/0",
    "Foreign/JNP/amod/3 Ministry/NNP/compound/3 spokesperson/NN/x/0",
    "Foreign/JNP/amod/3 Ministry/NNP/compound/3 spokesman/NN/x/0",
    "military/JJ/amod/2 spokesman/NN/x/0",
    "military/JJ/amod/2 spokesperson/NN/x/0",
    "army/NN/compound/2 spokesman/NN/x/0",
    "army/NN/compound/2 spokesperson/NN/x/0",
    "police/NN/compound/2 spokesperson/NN/x/0",
    "government/NN/compound/2 spokesperson/NN/x/0",
    "Information/NNP/compound/2 Minister/NNP/x/0",
    "army/NN/compound/2 chief/NN/x/0",
    "rebel/NN/compound/2 leader/NN/x/0",
    "Gen./NNP/x/0",
    "Maj./NNP/compound/2 Gen./NNP/x/0",
    "UN/NNP/compound/2 envoy/NN/x/0",
  ],
  speaker: [
    "{title}/nmod:desc/2 {person}/x/0",
    "{title}/nmod:desc/2 {person}/x/0",
    "{title}/nmod:desc/2 {surname}/x/0",
    "{nation}/amod/2 {title}/nmod:desc/3 {person}/x/0",
  ],
  says: words("VBD", "said said said claimed alleged announced confirmed"),
  claimNoun: [
    "a/DT/det/2 claim/NN/x/0",
    "an/DT/det/2 accusation/NN/x/0",
    "an/DT/det/2 allegation/NN/x/0",
    "a/DT/det/2 charge/NN/x/0",
    "claims/NNS/x/0",
    "allegations/NNS/x/0",
    "accusations/NNS/x/0",
    "charges/NNS/x/0",
  ],
  denies: words("VBZ", "denies rejects disputes dismisses"),
  denied: words("VBD", "denied rejected disputed dismissed"),
  killing: [
    "killing/VBG/x/0 {number}/nummod/3 {victims}/obj/1",
    "killing/VBG/x/0 {number}/nummod/3 {victims}/obj/1 and/CC/cc/5 wounding/VBG/conj/1 {number}/obj/5",
    "wounding/VBG/x/0 dozens/NNS/obj/1",
    "forcing/VBG/x/0 hundreds/NNS/obj/1 to/TO/mark/4 flee/VB/xcomp/1",
    "displacing/VBG/x/0 thousands/NNS/obj/1",
  ],
  // Clauses: head is the verb.
  clause: [
    "{group}/nsubj/2 {hit}/x/0 {target}/obj/2",
    "{group}/nsubj/2 {hit}/x/0 {target}/obj/2 ,/COMMA/punct/5 {killing}/advcl/2",
    "{group}/nsubj/2 {hit}/x/0 {target}/obj/2 {amid}/case/5 {fighting}/obl/2",
    "{number}/nummod/2 {victims}/nsubj:pass/4 were/AVBD/aux:pass/4 killed/VBN/x/0 in/IN/case/6 {place}/obl/4",
    "{number}/nummod/2 {victims}/nsubj:pass/4 were/AVBD/aux:pass/4 killed/VBN/x/0 ,/COMMA/punct/7 including/VBG/case/7 {part}/nmod/2",
    "{number}/nummod/2 {victims}/nsubj:pass/4 were/AVBD/aux:pass/4 killed/VBN/x/0 in/IN/case/7 the/DT/det/7 {attack}/obl/4 ,/COMMA/punct/10 including/VBG/case/10 {part}/nmod/2",
    "{attack}/nsubj/2 killed/VBD/x/0 {number}/nummod/4 {victims}/obj/2 ,/COMMA/punct/7 including/VBG/case/7 {part}/nmod/4",
    "{nation}/amod/2 {attack}/nsubj/3 killed/VBD/x/0 {number}/nummod/5 {victims}/obj/3 in/IN/case/7 {place}/obl/3",
    "fighting/NN/nsubj/6 between/IN/case/3 {group}/nmod/1 and/CC/cc/5 {group}/conj/3 left/VBD/x/0 {number}/obj/6 dead/JJ/xcomp/6",
    "{number}/nummod/2 drones/NNS/nsubj:pass/4 were/AVBD/aux:pass/4 shot/VBN/x/0 down/RP/compound:prt/4 over/IN/case/7 {place}/obl/4",
    "the/DT/det/2 shelling/NN/nsubj/5 of/IN/case/4 {place}/nmod/2 continued/VBD/x/0",
  ],
  cap: ["{state}/x/0"],
  // Headlines: no articles, the present for the past, a participle alone for the passive.
  one: [
    ...words(
      "NNP",
      "Court Government Army Parliament President Minister Senate Opposition Mayor Governor Union Ministry Envoy",
    ),
    ...words("NN", "court government army parliament opposition envoy junta regime minister premier judge"),
    "{state}/x/0",
    "{surname}/x/0",
    "{title}/nmod:desc/2 {surname}/x/0",
    "{nation}/amod/2 court/NN/x/0",
    "{nation}/amod/2 army/NN/x/0",
    "{nation}/amod/2 leader/NN/x/0",
    "{state}/compound/2 envoy/NN/x/0",
    "{state}/nmod:poss/3 's/POS/case/1 parliament/NN/x/0",
    "rights/NNS/compound/2 group/NN/x/0",
    "top/JJ/amod/2 court/NN/x/0",
    "rebel/NN/compound/2 chief/NN/x/0",
  ],
  many: [
    "{group}/x/0",
    ...words(
      "NNS",
      "protesters demonstrators students lawmakers residents workers leaders ministers farmers police judges prosecutors activists settlers miners teachers senators",
    ),
    "{state}/x/0 and/CC/cc/3 {state}/conj/1",
    "{state}/x/0 ,/COMMA/punct/3 {state}/conj/1",
    "{state}/compound/2 troops/NNS/x/0",
    "{nation}/amod/2 forces/NNS/x/0",
    "{nation}/amod/2 police/NNS/x/0",
    "opposition/NN/compound/2 supporters/NNS/x/0",
    "EU/NNP/compound/2 ministers/NNS/x/0",
    "UN/NNP/compound/2 experts/NNS/x/0",
    "riot/NN/compound/2 police/NNS/x/0",
  ],
  doesTo: words(
    "VBZ",
    "attacks storms shells raids seizes captures bombs hits strikes targets blocks besieges frees arrests jails detains slams condemns blasts backs supports hails welcomes rejects urges warns accuses blames probes bans halts lifts suspends orders demands seeks eyes mulls hosts extends resumes delays vetoes approves ratifies signs recalls expels summons closes reopens deploys pledges vows threatens honours names sues defends denies doubts questions questions pardons evacuates",
  ),
  doTo: words(
    "VBP",
    "attack storm shell raid seize capture bomb hit strike target block besiege free arrest jail detain slam condemn blast back support hail welcome reject urge warn accuse blame probe ban halt lift suspend order demand seek eye mull host extend resume delay veto approve ratify sign recall expel summon close reopen deploy pledge threaten honour name sue defend deny doubt question pardon evacuate torch loot ambush flood march rally riot clash",
  ),
  toDo: words(
    "VB",
    "attack seize block free arrest slam back support reject urge ban halt lift suspend order demand seek host extend resume delay veto approve ratify sign recall expel close reopen deploy honour name sue pardon evacuate withdraw release send boost open join visit probe",
  ),
  done: words(
    "VBN",
    "attacked stormed shelled raided seized captured bombed hit struck blocked freed arrested jailed detained condemned rejected urged banned halted lifted suspended ordered delayed vetoed approved ratified signed recalled expelled summoned closed reopened deployed accused sued pardoned evacuated torched looted killed wounded kidnapped ambushed charged sentenced",
  ),
  matter: [
    ...words(
      "NNS",
      "talks sanctions charges elections protests hostages prisoners claims ties visas reforms",
    ),
    "peace/NN/compound/2 talks/NNS/x/0",
    "ceasefire/NN/compound/2 deal/NN/x/0",
    "truce/NN/compound/2 offer/NN/x/0",
    "arms/NNS/compound/2 ban/NN/x/0",
    "trade/NN/compound/2 pact/NN/x/0",
    "border/NN/compound/2 crossing/NN/x/0",
    "state/NN/x/0 of/IN/case/3 emergency/NN/nmod/1",
    "new/JJ/amod/2 sanctions/NNS/x/0",
    "aid/NN/compound/2 convoy/NN/x/0",
    "ban/NN/x/0 on/IN/case/4 opposition/NN/compound/4 party/NN/nmod/1",
    "probe/NN/x/0 into/IN/case/3 killings/NNS/nmod/1",
    "call/NN/x/0 for/IN/case/3 truce/NN/nmod/1",
    "key/JJ/amod/2 town/NN/x/0",
    "air/NN/compound/2 base/NN/x/0",
    "oil/NN/compound/2 field/NN/x/0",
    "police/NN/compound/2 station/NN/x/0",
    "opposition/NN/compound/2 leader/NN/x/0",
    "{state}/compound/2 envoy/NN/x/0",
    "{nation}/amod/2 ambassador/NN/x/0",
    "{person}/x/0",
    "{place}/x/0",
    "{nation}/amod/2 troops/NNS/x/0",
    "{place}/compound/2 protest/NN/x/0",
    "{place}/compound/2 march/NN/x/0",
  ],
  where: [
    "in/IN/case/2 {place}/x/0",
    "near/IN/case/2 {place}/x/0",
    "after/IN/case/3 {place}/compound/3 attack/NN/x/0",
    "over/IN/case/2 {matter}/x/0",
    "amid/IN/case/2 {fighting}/x/0",
    "ahead/RB/case/3 of/IN/fixed/1 {matter}/x/0",
    "despite/IN/case/2 {matter}/x/0",
    "on/IN/case/2 {day}/x/0",
  ],
  told: [
    "{one}/nsubj/2 {doesTo}/x/0 {matter}/obj/2",
    "{one}/nsubj/2 {doesTo}/x/0 {matter}/obj/2 {where}/obl/2",
    "{many}/nsubj/2 {doTo}/x/0 {matter}/obj/2",
    "{many}/nsubj/2 {doTo}/x/0 {matter}/obj/2 {where}/obl/2",
    "{one}/nsubj/3 to/TO/mark/3 {toDo}/x/0 {matter}/obj/3",
    "{many}/nsubj/3 to/TO/mark/3 {toDo}/x/0 {matter}/obj/3 {where}/obl/3",
    "{matter}/nsubj:pass/2 {done}/x/0 {where}/obl/2",
    "{matter}/nsubj:pass/2 {done}/x/0 by/IN/case/4 {one}/obl:agent/2",
    "{number}/nummod/2 {victims}/nsubj:pass/3 killed/VBN/x/0 {where}/obl/3",
    "{number}/nsubj:pass/2 killed/VBN/x/0 in/IN/case/5 {place}/compound/5 attack/NN/obl/2",
    "{attack}/nsubj/2 kill/VBP/x/0 {number}/obj/2 {where}/obl/2",
    "blast/NN/nsubj/2 kills/VBZ/x/0 {number}/nummod/4 {victims}/obj/2 {where}/obl/2",
    "{one}/nsubj/2 agrees/VBZ/x/0 to/TO/mark/4 {toDo}/xcomp/2 {matter}/obj/4",
    "{many}/nsubj/2 vow/VBP/x/0 to/TO/mark/4 {toDo}/xcomp/2 {matter}/obj/4",
    "{one}/nsubj/2 refuses/VBZ/x/0 to/TO/mark/4 {toDo}/xcomp/2 {matter}/obj/4",
    "{one}/nsubj/2 calls/VBZ/x/0 for/IN/case/4 {matter}/obl/2",
    "{many}/nsubj/2 call/VBP/x/0 on/IN/case/4 {state}/obl/2 to/TO/mark/6 {toDo}/xcomp/2 {matter}/obj/6",
    "{one}/nsubj/2 urges/VBZ/x/0 {state}/obj/2 to/TO/mark/5 {toDo}/xcomp/2 {matter}/obj/5",
    "{one}/nsubj/2 accuses/VBZ/x/0 {state}/obj/2 of/IN/case/5 {attack}/obl/2",
    "{many}/nsubj/2 clash/VBP/x/0 with/IN/case/4 police/NNS/obl/2 {where}/obl/2",
    "{many}/nsubj/2 march/VBP/x/0 {where}/obl/2",
    "{one}/nsubj/2 meets/VBZ/x/0 {nation}/amod/4 leader/NN/obj/2 {where}/obl/2",
    "clashes/NNS/nsubj/2 erupt/VBP/x/0 {where}/obl/2",
    "tensions/NNS/nsubj/2 flare/VBP/x/0 {where}/obl/2",
  ],
  // Headlines without a verb.
  named: [
    "{matter}/x/0 in/IN/case/3 {place}/nmod/1",
    "{attack}/x/0 in/IN/case/3 {place}/nmod/1",
    "{attack}/x/0 on/IN/case/3 {matter}/nmod/1",
    "{nation}/amod/2 {attack}/x/0 near/IN/case/4 {place}/nmod/2",
    "bomb/NN/compound/2 blast/NN/x/0 in/IN/case/4 {place}/nmod/2",
    "peace/NN/compound/2 talks/NNS/x/0 between/IN/case/4 {state}/nmod/2 and/CC/cc/6 {state}/conj/4",
    "plan/NN/x/0 to/TO/mark/3 {toDo}/acl/1 {matter}/obj/3 in/IN/case/6 {place}/obl/3",
    "bid/NN/x/0 to/TO/mark/3 {toDo}/acl/1 {matter}/obj/3",
    "{number}/nsubj/2 dead/JJ/x/0 in/IN/case/5 {place}/compound/5 attack/NN/obl/2",
    "{number}/nsubj/2 dead/JJ/x/0 in/IN/case/5 bomb/NN/compound/5 {attack}/obl/2",
    "{number}/nsubj/2 dead/JJ/x/0 in/IN/case/5 gun/NN/compound/5 {attack}/obl/2 this/DT/det/7 week/NN/obl:unmarked/2",
    "{number}/nsubj/2 dead/JJ/x/0 ,/COMMA/punct/5 {number}/nsubj/5 hurt/VBN/conj/2 in/IN/case/8 {place}/compound/8 {attack}/obl/5",
    "{number}/nsubj/2 dead/JJ/x/0 in/IN/case/5 {nation}/amod/5 {attack}/obl/2 this/DT/det/7 week/NN/obl:unmarked/2",
    "{number}/nsubj/2 dead/JJ/x/0 as/SIN/mark/5 {attack}/nsubj/5 hit/VBP/advcl/2 {place}/obj/5",
    "{number}/nummod/2 {victims}/nsubj/3 dead/JJ/x/0 {where}/obl/3",
    "{many}/x/0 on/IN/case/4 hunger/NN/compound/4 strike/NN/nmod/1 in/IN/case/6 {place}/nmod/1",
    "{one}/x/0 in/IN/case/3 {place}/nmod/1 for/IN/case/5 {matter}/nmod/1",
    "march/NN/x/0 against/IN/case/3 {matter}/nmod/1 in/IN/case/5 {place}/nmod/1",
    "fears/NNS/x/0 over/IN/case/3 {matter}/nmod/1",
    "clashes/NNS/x/0 between/IN/case/3 {many}/nmod/1 and/CC/cc/5 {many}/conj/3 in/IN/case/7 {place}/nmod/1",
    "ban/NN/nsubj:pass/4 on/IN/case/3 {matter}/nmod/1 {done}/x/0 {where}/obl/4",
    "call/NN/nsubj:pass/4 for/IN/case/3 {matter}/nmod/1 rejected/VBN/x/0 by/IN/case/6 {one}/obl:agent/4",
  ],
  toldToo: ["as/SIN/mark/2 {told}/x/0", "after/SIN/mark/2 {told}/x/0", "while/SIN/mark/2 {told}/x/0"],
};

const HEADLINES: readonly string[] = [
  "{named}/x/0",
  "{named}/x/0",
  "{told}/x/0",
  "{told}/x/0 {toldToo}/advcl/1",
  "{told}/ccomp/3 ,/COMMA/punct/1 says/VBZ/x/0 {one}/nsubj/3",
  "{told}/ccomp/4 ,/COMMA/punct/1 {one}/nsubj/4 says/VBZ/x/0",
  "{told}/ccomp/4 ,/COMMA/punct/1 {many}/nsubj/4 say/VBP/x/0",
  "{one}/nsubj/2 says/VBZ/x/0 {told}/ccomp/2",
  "{many}/nsubj/2 say/VBP/x/0 {told}/ccomp/2",
  "{told}/x/0 :/COLON/punct/3 {sayers}/parataxis/1",
  "{state}/parataxis/3 :/COLON/punct/1 {told}/x/0",
];

const PATTERNS: readonly string[] = [
  // Russia on Friday called on the two sides …: the weekday belongs to the verb
  "{state}/nsubj/4 on/IN/case/3 {day}/obl/4 called/VBD/x/0 on/IN/case/6 {state}/obl/4 and/CC/cc/8 {state}/conj/6 to/TO/mark/10 halt/VB/xcomp/4 the/DT/det/12 {attack}/obj/10 ./STOP/punct/4",
  "{state}/nsubj/4 on/IN/case/3 {day}/obl/4 called/VBD/x/0 on/IN/case/6 {state}/obl/4 to/TO/mark/8 return/VB/xcomp/4 to/IN/case/10 talks/NNS/obl/8 {amid}/case/12 {fighting}/obl/8 ./STOP/punct/4",
  "{speaker}/nsubj/4 on/IN/case/3 {day}/obl/4 urged/VBD/x/0 {state}/obj/4 to/TO/mark/7 accept/VB/xcomp/4 a/DT/det/9 ceasefire/NN/obj/7 ./STOP/punct/4",
  "{group}/nsubj/4 on/IN/case/3 {day}/obl/4 {hit}/x/0 {target}/obj/4 ,/COMMA/punct/7 {killing}/advcl/4 ./STOP/punct/4",
  "{army}/nsubj/4 on/IN/case/3 {day}/obl/4 rejected/VBD/x/0 a/DT/det/7 ceasefire/NN/compound/7 proposal/NN/obj/4 brokered/VBN/acl/7 by/IN/case/10 {state}/obl:agent/8 ./STOP/punct/4",
  // clause, speaker said (on day).
  "{clause}/ccomp/4 ,/COMMA/punct/1 {sayers}/nsubj/4 {says}/x/0 ./STOP/punct/4",
  "{clause}/ccomp/4 ,/COMMA/punct/1 {speaker}/nsubj/4 {says}/x/0 on/IN/case/6 {day}/obl/4 ./STOP/punct/4",
  "{clause}/ccomp/4 ,/COMMA/punct/1 {army}/nsubj/4 {says}/x/0 on/IN/case/6 {day}/obl/4 ./STOP/punct/4",
  "{clause}/ccomp/4 ,/COMMA/punct/1 {army}/nsubj/4 claims/VBZ/x/0 ./STOP/punct/4",
  "{clause}/ccomp/4 ,/COMMA/punct/1 {sayers}/nsubj/4 told/VBD/x/0 AFP/NNP/iobj/4 ./STOP/punct/4",
  "{sayers}/nsubj/2 said/VBD/x/0 {clause}/ccomp/2 ./STOP/punct/2",
  "{speaker}/nsubj/2 said/VBD/x/0 last/JJ/amod/4 month/NN/obl:unmarked/2 that/SIN/mark/6 {clause}/ccomp/2 ./STOP/punct/2",
  "{clause}/x/0 ,/COMMA/punct/5 according/VBG/case/5 to/IN/fixed/3 {sayers}/obl/1 ./STOP/punct/1",
  "{clause}/x/0 ./STOP/punct/1",
  "{clause}/x/0 on/IN/case/3 {day}/obl/1 ./STOP/punct/1",
  // while clauses
  "{sayers}/nsubj/2 said/VBD/x/0 {clause}/ccomp/2 ,/COMMA/punct/9 while/SIN/mark/9 several/JJ/amod/7 others/NNS/nsubj:pass/9 were/AVBD/aux:pass/9 injured/VBN/advcl/3 ./STOP/punct/2",
  // the strikes, which Islamabad said killed 30 militants, were …: a gap over "said"
  "the/DT/det/2 {attack}/nsubj/11 ,/COMMA/punct/6 which/WDT/nsubj/7 {cap}/nsubj/6 said/VBD/acl:relcl/2 killed/VBD/ccomp/6 {number}/nummod/9 {victims}/obj/7 ,/COMMA/punct/6 began/VBD/x/0 on/IN/case/13 {day}/obl/11 ./STOP/punct/11",
  "{army}/nsubj/2 condemned/VBD/x/0 the/DT/det/4 {attack}/obj/2 ,/COMMA/punct/8 which/WDT/nsubj/9 it/PRP/nsubj/8 said/VBD/acl:relcl/4 violated/VBD/ccomp/8 international/JJ/amod/11 law/NN/obj/9 ./STOP/punct/2",
  "{speaker}/nsubj/2 condemned/VBD/x/0 the/DT/det/4 {attack}/obj/2 ,/COMMA/punct/8 which/WDT/nsubj/9 he/PRP/nsubj/8 said/VBD/acl:relcl/4 violated/VBD/ccomp/8 the/DT/det/11 truce/NN/obj/9 ./STOP/punct/2",
  "the/DT/det/2 escalation/NN/nsubj/3 followed/VBD/x/0 {attack}/obj/3 by/IN/case/6 {state}/nmod/4 that/WDT/nsubj/10 {cap}/nsubj/9 said/VBD/acl:relcl/4 killed/VBD/ccomp/9 {number}/nummod/12 {victims}/obj/10 ./STOP/punct/3",
  // a claim the military denied: reduced relatives
  "{clause}/x/0 ,/COMMA/punct/3 {claimNoun}/parataxis/1 {state}/nsubj/5 {denies}/acl:relcl/3 ./STOP/punct/1",
  "{clause}/x/0 ,/COMMA/punct/3 {claimNoun}/parataxis/1 {army}/nsubj/5 {denied}/acl:relcl/3 ./STOP/punct/1",
  "{state}/nsubj/2 accuses/VBZ/x/0 {state}/obj/2 of/SIN/mark/5 backing/VBG/advcl/2 {group}/obj/5 ,/COMMA/punct/8 {claimNoun}/appos/4 {cap}/nsubj/10 {denies}/acl:relcl/8 ./STOP/punct/2",
  "{army}/nsubj/2 accused/VBD/x/0 {group}/obj/2 of/SIN/mark/5 shelling/VBG/advcl/2 its/PRPS/nmod:poss/7 positions/NNS/obj/5 ,/COMMA/punct/9 {claimNoun}/parataxis/2 {state}/nsubj/11 {denied}/acl:relcl/9 ./STOP/punct/2",
  "{state}/nsubj/2 {denies}/x/0 the/DT/det/4 claims/NNS/obj/2 ./STOP/punct/2",
  "{state}/nsubj/2 {denies}/x/0 that/SIN/mark/4 {clause}/ccomp/2 ./STOP/punct/2",
  "{state}/nsubj/2 {denied}/x/0 the/DT/det/4 claim/NN/obj/2 ./STOP/punct/2",
  // datelines
  "{place}/dep/3 :/COLON/punct/1 {clause}/ccomp/6 ,/COMMA/punct/3 {army}/nsubj/6 said/VBD/x/0 on/IN/case/8 {day}/obl/6 ./STOP/punct/6",
  "{place}/dep/6 (/LRB/punct/3 Reuters/NNP/parataxis/1 )/RRB/punct/3 -/COLON/punct/1 {clause}/x/0 ./STOP/punct/6",
  "{place}/dep/8 (/LRB/punct/3 AP/NNP/parataxis/1 )/RRB/punct/3 —/COLON/punct/1 {clause}/ccomp/8 ,/COMMA/punct/6 said/VBD/x/0 {sayers}/nsubj/8 ./STOP/punct/8",
  "{place}/dep/8 (/LRB/punct/3 AP/NNP/parataxis/1 )/RRB/punct/3 —/COLON/punct/1 {sayers}/nsubj/8 {day}/obl:unmarked/8 said/VBD/x/0 {clause}/ccomp/8 ./STOP/punct/8",
  // adding that …
  "{speaker}/nsubj/2 said/VBD/x/0 that/SIN/mark/4 {clause}/ccomp/2 ,/COMMA/punct/6 adding/VBG/advcl/2 that/SIN/mark/8 {clause}/ccomp/6 ./STOP/punct/2",
  // who mediated
  "{state}/nsubj/9 and/CC/cc/3 {state}/conj/1 ,/COMMA/punct/6 who/WP/nsubj/6 mediated/VBD/acl:relcl/1 talks/NNS/obj/6 ,/COMMA/punct/6 urged/VBD/x/0 both/DT/det/11 sides/NNS/obj/9 to/TO/mark/13 uphold/VB/xcomp/9 the/DT/det/15 truce/NN/obj/13 ./STOP/punct/9",
  "{army}/nsubj/2 vowed/VBD/x/0 to/TO/mark/4 retaliate/VB/xcomp/2 after/SIN/mark/6 {clause}/advcl/2 ./STOP/punct/2",
];

/** So many sentences, the same each time; patterns take turns. `comments` are empty. */
export const newsSentences = (count: number) => sentencesOf(PATTERNS, count, 11);

/** So many headlines in sentence case, as `newsSentences`. */
export const newsHeadlines = (count: number) => sentencesOf(HEADLINES, count, 12);

function sentencesOf(patterns: readonly string[], count: number, seed: number): ConlluSentence[] {
  const next = seededNumbers(seed);
  return Array.from({ length: count }, (_, i) => {
    const nodes: Node[] = [];
    expand(patterns[i % patterns.length]!, nodes, next);
    const first = nodes[0]!;
    first.form = first.form[0]!.toUpperCase() + first.form.slice(1);
    return { comments: [], extras: [], words: nodes.map(asWord) };
  });
}

interface Node {
  form: string;
  readonly tag: string;
  relation: string;
  head: number;
}

/** Appends the words of a pattern; returns the index of its head. */
function expand(pattern: string, nodes: Node[], next: () => number): number {
  const items = pattern.split(" ").map((item) => item.split("/"));
  const at: number[] = [];
  for (const parts of items) {
    if (parts.length === 3) {
      const variants = SLOTS[parts[0]!.slice(1, -1)]!;
      at.push(expand(variants[Math.floor(next() * variants.length)]!, nodes, next));
    } else {
      const tag = TAGS[parts[1]!];
      if (tag === undefined) throw new Error(`news pattern: no tag ${parts[1]} in ${pattern}`);
      at.push(nodes.length);
      nodes.push({ form: parts[0]!, tag, relation: "", head: -1 });
    }
  }
  let top = -1;
  items.forEach((parts, i) => {
    const node = nodes[at[i]!]!;
    const head = Number(parts[parts.length - 1]);
    if (head === 0) {
      top = at[i]!;
      node.relation = "root";
    } else {
      node.relation = parts[parts.length - 2]!;
      node.head = at[head - 1]!;
    }
  });
  if (top < 0) throw new Error(`news pattern without a head: ${pattern}`);
  return top;
}

function asWord(node: Node): ConlluWord {
  const [upos, xpos] = node.tag.split("|") as [string, string];
  return {
    form: node.form,
    // No lemma: the rules are learnt from the treebanks alone.
    lemma: "_",
    upos,
    xpos,
    feats: "_",
    head: node.head,
    relation: node.relation,
    deps: "_",
    misc: "_",
  };
}
