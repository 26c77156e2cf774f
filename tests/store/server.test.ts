import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../../src/store/open-store.js";
import { openTemporaryStore } from "../record/temporary-store.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-server-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a server that does not answer is an error that says where, without the password, and frees the directory", async () => {
  const open = () => openStore({ data: folder, database: "postgres://reader:secret@127.0.0.1:1/record" });
  for (const attempt of [open, open]) {
    const error: Error = await attempt().then(
      () => expect.unreachable(),
      (e: Error) => e,
    );
    expect(error).toMatchObject({ code: "database-unreachable" });
    expect(error.message).toContain("127.0.0.1:1/record");
    expect(`${error.message}${error.stack}`).not.toContain("secret");
  }
});

test.runIf(process.env.PARLEY_TEST_DATABASE)(
  "a database that is not there is an error that names it",
  async () => {
    const address = new URL(process.env.PARLEY_TEST_DATABASE!);
    address.pathname = "/parley_is_not_here";
    await expect(openStore({ data: folder, database: address.href })).rejects.toMatchObject({
      code: "database-unreachable",
      message: expect.stringContaining("parley_is_not_here"),
    });
  },
);

test.runIf(process.env.PARLEY_TEST_DATABASE)("where a server is named, the tests run on it", async () => {
  const temporary = await openTemporaryStore();
  expect(temporary.store.kind).toBe("server");
  await temporary.close();
});
