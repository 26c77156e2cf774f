import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Live } from "../formats/desk-json.js";
import { makeCached } from "./cached.js";
import { makeChanges } from "./changes.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counting(tookMs = 0) {
  let made = 0;
  const make = async () => {
    made += 1;
    const value = made;
    if (tookMs > 0) await new Promise((resolve) => setTimeout(resolve, tookMs));
    return value;
  };
  return { make, made: () => made };
}

function setUp() {
  const changes = makeChanges();
  const told: Live[] = [];
  changes.subscribe((event) => void told.push(event));
  return { changes, told, cached: makeCached(changes) };
}

test("a value is made once until the record changes", async () => {
  const { changes, cached } = setUp();
  const { make, made } = counting();
  expect([await cached("a", make), await cached("a", make), await cached("b", make)]).toEqual([1, 1, 2]);
  changes.changed();
  expect(await cached("a", make)).toBe(3);
  expect(made()).toBe(3);
});

test("who asks while it is being made waits for the same making", async () => {
  const { cached } = setUp();
  const { make, made } = counting(10);
  const both = Promise.all([cached("a", make), cached("a", make)]);
  await vi.advanceTimersByTimeAsync(10);
  expect(await both).toEqual([1, 1]);
  expect(made()).toBe(1);
});

test("a failure is not kept", async () => {
  const { cached } = setUp();
  await expect(cached("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await cached("a", async () => "yes")).toBe("yes");
});

test("a stale value is given at once, a newer one is made, and then all are told", async () => {
  const { changes, told, cached } = setUp();
  const { make, made } = counting(100);
  const first = cached("a", make, { stale: true });
  await vi.advanceTimersByTimeAsync(100);
  expect(await first).toBe(1);
  changes.changed();
  expect(await cached("a", make, { stale: true })).toBe(1);
  told.length = 0;
  await vi.advanceTimersByTimeAsync(100);
  expect(made()).toBe(2);
  expect(told).toEqual([{ kind: "record", revision: 1 }]);
  expect(await cached("a", make, { stale: true })).toBe(2);
});

describe("newer values are made one after another", () => {
  async function outdated() {
    const { changes, cached } = setUp();
    const { make, made } = counting(40);
    for (const key of ["a", "b"]) {
      const first = cached(key, make, { stale: true });
      await vi.advanceTimersByTimeAsync(40);
      await first;
    }
    changes.changed();
    for (const key of ["a", "b"]) await cached(key, make, { stale: true });
    await vi.advanceTimersByTimeAsync(40);
    expect(made()).toBe(3);
    return { changes, made };
  }

  test("with rests between them while the record changes", async () => {
    const { made } = await outdated();
    await vi.advanceTimersByTimeAsync(119);
    expect(made()).toBe(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(made()).toBe(4);
  });

  test("and with longer ones after what takes long, unless nothing changes any more", async () => {
    const { changes, cached } = setUp();
    const { make, made } = counting(200);
    for (const key of ["a", "b"]) {
      const first = cached(key, make, { stale: true });
      await vi.advanceTimersByTimeAsync(200);
      await first;
    }
    changes.changed();
    for (const key of ["a", "b"]) await cached(key, make, { stale: true });
    for (let k = 0; k < 5; k += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      changes.changed();
    }
    expect(made()).toBe(3);
    await vi.advanceTimersByTimeAsync(1800);
    expect(made()).toBe(4);
  });
});

test.each([
  ["is waited for", 10, 2],
  ["is not waited for where that takes long", 200, 1],
])("what a person has ruled %s", async (_, tookMs, expected) => {
  const { changes, cached } = setUp();
  const { make } = counting(tookMs);
  const first = cached("a", make, { stale: true });
  await vi.advanceTimersByTimeAsync(tookMs);
  await first;
  changes.changed("ruled");
  const next = cached("a", make, { stale: true });
  await vi.advanceTimersByTimeAsync(tookMs);
  expect(await next).toBe(expected);
});

test("what was outdated long ago is no moment old: it is waited for", async () => {
  const { changes, cached } = setUp();
  const { make } = counting();
  expect(await cached("a", make, { stale: true })).toBe(1);
  changes.changed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await cached("a", make, { stale: true })).toBe(2);
});

test("what is long goes before there is too much of it", async () => {
  const { cached } = setUp();
  let made = 0;
  const long = async () => {
    made += 1;
    return "x".repeat(30_000_000);
  };
  for (const key of ["a", "b", "c", "d"]) await cached(key, long);
  await cached("d", long);
  expect(made).toBe(4);
  await cached("a", long);
  expect(made).toBe(5);
});

test("those longest unused go", async () => {
  const { cached } = setUp();
  const { make } = counting();
  for (let k = 0; k < 300; k += 1) await cached(`k${k}`, make);
  expect(await cached("k0", make)).toBe(1);
  await cached("another", make);
  expect(await cached("k0", make)).toBe(1);
  expect(await cached("k1", make)).toBe(302);
});
