import { expect, test } from "vitest";
import { type Given, gather } from "./dropped-files.js";

const file = (name: string): Given => ({ kind: "file", name, file: async () => new File(["x"], name) });
const gone = (name: string): Given => ({ kind: "file", name, file: () => Promise.reject(new Error("gone")) });
const folder = (name: string, ...entries: Given[]): Given => ({
  kind: "folder",
  name,
  entries: async function* () {
    yield* entries;
  },
});

test.each<[string, Given[], string[], number]>([
  ["nothing", [], [], 0],
  ["a file by itself, whatever its name", [file("a.pdf")], ["a.pdf"], 0],
  [
    "folders by their paths, those of the kinds that are read",
    [folder("week", file("a.txt"), file("b.pdf"), folder("day", file("c.md"), file(".d.txt"))), file("e")],
    ["week/a.txt", "week/day/c.md", "e"],
    2,
  ],
  ["an empty folder", [folder("week")], [], 0],
  ["a file that is gone", [gone("a.txt"), file("b.txt")], ["b.txt"], 0],
])("%s", async (_, given, names, leftOut) => {
  const gathered = await gather(given);
  expect(gathered.files.map((f) => f.name)).toEqual(names);
  expect(gathered.leftOut).toBe(leftOut);
});
