import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { reportFailure } from "../../src/cli/exit.js";
import { program } from "../../src/cli/main.js";
import { openStub, type StubEndpoint } from "./stub-endpoint.js";

/* The commands that a second reader reads along with, as a person runs them. */
const KEY = "sk-test-77aa01";
const REPORT =
  "M23 fighters attacked an army camp near Sake on Sunday, killing at least five Congolese soldiers, the army said.\n";
const ANSWER = JSON.stringify({
  events: [
    {
      quote: "M23 fighters attacked an army camp",
      type: "ASSAULT",
      status: "happened",
      actor: ["M23 fighters"],
      recipient: ["army"],
      source: ["the army"],
    },
  ],
  tolls: [
    { quote: "killing at least five Congolese soldiers", harm: "killed", figure: 5, victims: [], source: [] },
    { quote: "killing fifty", harm: "killed", figure: 50, victims: [], source: [] },
  ],
  initiatives: [],
});

let stub: StubEndpoint;
let folder: string;
let report: string;
beforeAll(async () => {
  stub = await openStub();
  folder = mkdtempSync(join(tmpdir(), "parley-second-"));
  report = join(folder, "clash.txt");
  writeFileSync(report, REPORT);
});
beforeEach(() => stub.reply({ content: ANSWER }));
afterAll(async () => {
  await stub.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, so that the stub can answer it; nothing of it may ever show the key. */
async function parley(args: readonly string[], key = KEY): Promise<Ran> {
  const ran = { code: 0, out: "", err: "" };
  vi.stubEnv("PARLEY_SECOND_READER_KEY", key);
  vi.stubEnv("NO_COLOR", "1");
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      ran[name === "stdout" ? "out" : "err"] += String(text);
      return true;
    }),
  );
  const before = process.exitCode;
  try {
    await program().parseAsync(["node", "parley", ...args]);
    ran.code = Number(process.exitCode);
  } catch (error) {
    ran.code = reportFailure(error, args.includes("--debug"));
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
  expect(ran.out + ran.err).not.toContain(KEY);
  return ran;
}

const published = ["--published", "2025-03-03"];

describe("parley read", () => {
  test("without the option nobody is asked", async () => {
    const { out, err } = await parley(["read", report, ...published]);
    expect(err).toBe("");
    expect(out).not.toContain("SECOND READING");
    expect(stub.seen).toEqual([]);
  });

  test("the record is the same, and the second reading stands below it", async () => {
    const alone = await parley(["read", report, ...published]);
    const { code, out, err } = await parley(["read", report, ...published, "--second-reader", stub.reader]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.startsWith(`${alone.out}\nSECOND READING\n`)).toBe(true);
    expect(out).toContain(`small-model:8b at 127.0.0.1:${stub.port}`);
    expect(out).toMatch(/tolls +1 agree, 0 differ, 0 only Parley, 0 only small-model:8b/);
    expect(out.replace(/\s+/g, " ")).toContain("gave “killing fifty”");
    expect(stub.seen[0]!.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(JSON.stringify(stub.seen[0]!.body)).not.toContain(KEY);
  });

  test("as JSON it is a block of its own; facts stay as they are", async () => {
    const args = [report, ...published, "--second-reader", stub.reader];
    const [{ secondReading, ...own }] = JSON.parse((await parley(["read", ...args, "--format", "json"])).out);
    const [alone] = JSON.parse((await parley(["read", report, ...published, "--format", "json"])).out);
    expect(own).toEqual(alone);
    expect(secondReading.reading.claims).toHaveLength(2);
    expect(secondReading.comparison.toll).toMatchObject({ agree: 1 });
    const facts = await parley(["read", ...args, "--format", "facts"]);
    expect(facts.out).toBe((await parley(["read", report, ...published, "--format", "facts"])).out);
  });

  test("an endpoint that fails does not fail the reading", async () => {
    stub.reply({ status: 401, body: `{"error": {"message": "Incorrect API key provided: ${KEY}"}}` });
    const { code, out, err } = await parley([
      "--debug",
      "read",
      report,
      ...published,
      "--second-reader",
      stub.reader,
    ]);
    expect(code).toBe(0);
    expect(out).toContain("TOLLS");
    expect(out).toContain("There is none:");
    expect(err).toMatch(
      /^parley: .*clash\.txt: no second reading: 127\.0\.0\.1:\d+ answers with status 401: it refuses the key\.\n$/,
    );
  });

  test("one that hangs is given up", async () => {
    stub.reply({ hangs: true });
    const args = ["--second-reader", stub.reader, "--second-reader-timeout", "1"];
    const { code, out } = await parley(["read", report, ...published, ...args]);
    expect(code).toBe(0);
    expect(out).toContain("gave no whole answer within 1 seconds");
  });

  test("a text that leaves the machine is said so in one line", async () => {
    const { code, err } = await parley([
      "read",
      report,
      ...published,
      "--second-reader",
      "openai-compatible:http://reader.invalid/v1?token=t0ken#m",
    ]);
    expect(code).toBe(0);
    expect(err.split("\n")[0]).toBe(
      "parley: --second-reader sends the texts of reports to reader.invalid, unencrypted.",
    );
    expect(err).not.toContain("t0ken");
  });

  test.each<[string, string[], RegExp]>([
    ["no model", ["--second-reader", "openai-compatible:http://127.0.0.1/v1"], /names no model/],
    ["another kind", ["--second-reader", "magic:http://127.0.0.1/v1#m"], /no known kind/],
    [
      "a password",
      ["--second-reader", "openai-compatible:http://ann:s3cret@127.0.0.1/v1#m"],
      /user name or password/,
    ],
    [
      "no time",
      ["--second-reader", "openai-compatible:http://127.0.0.1/v1#m", "--second-reader-timeout", "soon"],
      /no time/,
    ],
  ])("wrong use: %s", async (_, args, words) => {
    const { code, out, err } = await parley(["--debug", "read", report, ...args]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(words);
    expect(err).not.toContain("s3cret");
  });

  test("a key that is none is wrong use, and not shown", async () => {
    const { code, err } = await parley(["read", report, "--second-reader", stub.reader], "s3cret s3cret");
    expect(code).toBe(2);
    expect(err).not.toContain("s3cret");
  });
});

describe("parley add", () => {
  test("second readings are kept beside the record, which is the same without them", async () => {
    const data = join(folder, "desk");
    const add = ["add", report, ...published, "--data", data];
    await parley([...add, "--quiet"]);
    const shown = await parley(["incidents", "--data", data, "--format", "json"]);
    const plain = await parley(["report", "clash", "--data", data]);

    // known already, and read a second time all the same
    const { code, err } = await parley([...add, "--second-reader", stub.reader]);
    expect(code).toBe(0);
    expect(err).toBe(
      "0 added, 1 known already\n1 read a second time by small-model:8b (parley report NAME shows it)\n",
    );
    expect(await parley(["incidents", "--data", data, "--format", "json"])).toEqual(shown);
    const text = (await parley(["report", "clash", "--data", data])).out;
    expect(text.startsWith(`${plain.out}\nSECOND READING\n`)).toBe(true);
    const json = JSON.parse((await parley(["report", "clash", "--data", data, "--format", "json"])).out);
    expect(json.secondReadings).toHaveLength(1);
    expect(json.secondReadings[0].reading.reader.model).toBe("small-model:8b");

    // once for each reader
    await parley([...add, "--second-reader", stub.reader]);
    expect(stub.seen).toHaveLength(1);
    await parley([...add, "--second-reader", stub.reader.replace("small-model:8b", "other-model")]);
    expect(readFileSync(join(data, "second-readings.jsonl"), "utf8").trim().split("\n")).toHaveLength(2);

    // the record is made anew without asking, and they stay
    await parley(["rebuild", "--data", data]);
    expect(stub.seen).toHaveLength(2);
    expect((await parley(["report", "clash", "--data", data])).out).toContain("other-model at 127.0.0.1");
    for (const file of readdirSync(data).filter((name) => name.endsWith(".jsonl")))
      expect(readFileSync(join(data, file), "utf8")).not.toContain(KEY);
  }, 180_000);

  test("an endpoint that fails is told, and asked again the next time", async () => {
    const data = join(folder, "failed");
    const add = ["add", report, ...published, "--data", data, "--second-reader", stub.reader];
    stub.reply({ status: 404 });
    const { code, out, err } = await parley(add);
    expect(code).toBe(0);
    expect(out).toMatch(/^added /);
    expect(err).toContain("no second reading: ");
    stub.reply({ content: ANSWER });
    expect((await parley(add)).err).toContain("1 read a second time");
  }, 180_000);
});
