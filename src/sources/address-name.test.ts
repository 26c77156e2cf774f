import { expect, test } from "vitest";
import { addressHost, addressName, withoutCredentials } from "./address-name.js";

test.each([
  ["https://www.news.example/2026/03/clash-near-sake.html?utm=1#top", "clash-near-sake"],
  ["https://news.example/world/talks/", "talks"],
  ["https://news.example/world/index.html", "world"],
  ["https://www.news.example/", "news.example"],
  ["https://news.example/a%20b%0A%1B[2J..%2Fc", "a-b-2J..-c"],
  ["https://news.example/%E0%A4%A", "E0-A4-A"],
  ["http://[::1]/", "1"],
  ["https://", "address"],
])("%s is called %s", (address, name) => {
  expect(addressName(address)).toBe(name);
});

test("a host without www.", () => {
  expect(addressHost("https://www.news.example/a")).toBe("news.example");
});

test("passwords are not shown", () => {
  expect(withoutCredentials("https://me:p@ss@news.example/a@b")).toBe("https://news.example/a@b");
  expect(withoutCredentials("https://news.example/a?b=c@d")).toBe("https://news.example/a?b=c@d");
});
