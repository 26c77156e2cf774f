import { expect, test } from "vitest";
import { loadReader } from "../data/load-reader.js";

const reader = await loadReader();
const forms = (text: string) =>
  reader
    .traceBytes(new TextEncoder().encode(text), { mediaType: "text/plain", published: "1990-05-02" })
    .parsed.sentences.flatMap((s) => [...s.form])
    .join(" ");

test.each([
  [
    "THE PRESIDENT SAID THAT PRESIDENT BUSH WOULD COME.",
    "The president said that President Bush would come .",
  ],
  [
    "TWO COMMANDOS MACHINEGUNNED FOUR POLICEMEN AT A BANK.",
    "Two commandos machinegunned four policemen at a bank .",
  ],
  [
    "SENATOR FELIPE COSTA AND DANIEL MORALES MET THE DANIEL COSTA FAMILY IN SAN MIGUEL DEPARTMENT.",
    "Senator Felipe Costa and Daniel Morales met the Daniel Costa family in San Miguel department .",
  ],
  ["THE GUARDS OF HUGO MANTILLA, A JUDGE, WERE SHOT.", "The guards of Hugo Mantilla , a judge , were shot ."],
  ["MR. PEREZ FOUGHT FOR THE NATIONAL BANK OF PERU.", "Mr. Perez fought for the National Bank of Peru ."],
])("%s is read in the case of running text", (text, read) => {
  expect(forms(text)).toBe(read);
});
