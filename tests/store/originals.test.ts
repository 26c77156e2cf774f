import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openOriginals, originalHash } from "../../src/store/originals.js";

let folder: string;
const bytes = (text: string) => new TextEncoder().encode(text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-originals-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("bytes come back as they were given, under the SHA-256 that others compute too", async () => {
  const originals = openOriginals(folder);
  const given = [bytes("abc"), new Uint8Array([0, 255, 10, 13]), new Uint8Array()];
  const hashes = await originals.put(given);
  expect(hashes[0]).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  for (const [k, hash] of hashes.entries())
    expect(Buffer.from(await originals.get(hash))).toEqual(Buffer.from(given[k]!));
  expect(originals.list()).toEqual([...hashes].sort());
});

test("the same bytes are kept once, however often and at once they are given", async () => {
  const originals = openOriginals(folder);
  const rounds = await Promise.all(
    Array.from({ length: 8 }, () => originals.put([bytes("same"), bytes("other"), bytes("same")])),
  );
  expect(new Set(rounds.flat()).size).toBe(2);
  expect(originals.list()).toHaveLength(2);
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(".part"))).toEqual(
    [],
  );
});

test("a file that is not what its name says, or is gone, is an error that names it", async () => {
  const originals = openOriginals(folder);
  const [hash] = await originals.put([bytes("report")]);
  const path = join(folder, hash!.slice(0, 2), hash!);
  writeFileSync(path, "changed");
  await expect(originals.get(hash!)).rejects.toMatchObject({
    code: "store-damaged",
    message: expect.stringContaining(path),
  });
  rmSync(path);
  await expect(originals.get(hash!)).rejects.toMatchObject({ code: "store-damaged" });
});

test("what a crash left half written is no original", async () => {
  const originals = openOriginals(folder);
  const [hash] = await originals.put([bytes("report")]);
  const half = originalHash(bytes("half"));
  writeFileSync(join(folder, hash!.slice(0, 2), `${half}.01020304.part`), "ha");
  expect(openOriginals(folder).list()).toEqual([hash]);
});
