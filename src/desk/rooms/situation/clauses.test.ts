import { expect, test } from "vitest";
import { leadLink } from "./clauses.js";

const filters = { conflict: "A – B", from: "2025-01-01" };

test.each([
  [
    { to: "incident" as const, id: "i1" },
    { to: "/incidents/$id", params: { id: "i1" }, search: filters },
  ],
  [
    { to: "initiative" as const, id: "n1" },
    { to: "/diplomacy", search: { ...filters, initiative: "n1" } },
  ],
  [
    { to: "ceasefire" as const, id: "c1" },
    { to: "/diplomacy", search: { ...filters, ceasefire: "c1" } },
  ],
  [
    { to: "incidents" as const, filter: { verdict: "contested", from: "2025-02-01", party: ["A"] } },
    {
      to: "/incidents",
      search: { conflict: "A – B", from: "2025-02-01", verdict: "contested", party: ["A"] },
    },
  ],
])("%j", (lead, link) => expect(leadLink(lead, filters)).toEqual(link));
