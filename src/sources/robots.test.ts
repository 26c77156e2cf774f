import { expect, test } from "vitest";
import { robotsOf } from "./robots.js";

const AGENT = "Parley/1.2.3";
const ORIGIN = "https://news.example";

test("the group of our name goes before that for all", () => {
  const robots = robotsOf(
    ORIGIN,
    200,
    "\uFEFFUser-agent: *\nDisallow: /\n\nUser-agent: parley\nDisallow: /archive/\nAllow: /archive/open\n",
    AGENT,
  );
  expect(robots.failed).toBeNull();
  expect(robots.allows(`${ORIGIN}/a`)).toBe(true);
  expect(robots.allows(`${ORIGIN}/archive/b`)).toBe(false);
  expect(robots.allows(`${ORIGIN}/archive/open`)).toBe(true);
});

test("patterns", () => {
  const robots = robotsOf(ORIGIN, 200, "User-agent: *\nDisallow: /*?print=\nDisallow: /*.txt$\n", AGENT);
  expect(robots.allows(`${ORIGIN}/a?print=1`)).toBe(false);
  expect(robots.allows(`${ORIGIN}/a.txt`)).toBe(false);
  expect(robots.allows(`${ORIGIN}/a.txt?b`)).toBe(true);
});

test("none allows all, a failing one nothing", () => {
  for (const status of [401, 403, 404, 410, 429]) {
    expect(robotsOf(ORIGIN, status, "User-agent: *\nDisallow: /", AGENT).allows(`${ORIGIN}/a`)).toBe(true);
  }
  expect(robotsOf(ORIGIN, 503, "", AGENT)).toMatchObject({ failed: 503 });
  expect(robotsOf(ORIGIN, 503, "", AGENT).allows(`${ORIGIN}/a`)).toBe(false);
});

test("something else in its place allows all", () => {
  expect(robotsOf(ORIGIN, 200, "<!doctype html><p>Disallow: /", AGENT).allows(`${ORIGIN}/a`)).toBe(true);
});
