import type { Page } from "playwright-core";
import type { IncidentPage, ReportPage } from "../src/formats/desk-json.js";

/** A room with something in it, and what is done there before it is looked at. */
export interface RoomToVisit {
  readonly name: string;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Every room of the desk, on what its store has most of: the incident that most reports tell of, the report with most claims. */
export async function roomsToVisit(address: string): Promise<RoomToVisit[]> {
  const get = async <T>(path: string) => (await (await fetch(address + path)).json()) as T;
  const { incidents } = await get<IncidentPage>("/api/incidents?limit=200&kind=violence");
  const { reports } = await get<ReportPage>("/api/reports?limit=200");
  const incident = [...incidents].sort((a, b) => b.reports - a.reports)[0]!;
  const report = [...reports].sort((a, b) => b.claims - a.claims)[0]!;
  const open = (name: string) => async (page: Page) => {
    await page.getByRole("button", { name }).first().click();
    await page.getByRole("dialog").waitFor();
  };
  return [
    { name: "situation", path: "/" },
    { name: "situation-conflict", path: `/?party=${incident.parties.slice(0, 2).join("&party=")}` },
    { name: "incidents", path: "/incidents" },
    { name: "incident", path: `/incidents/${incident.id}` },
    { name: "diplomacy", path: "/diplomacy" },
    { name: "reports", path: "/reports" },
    { name: "report", path: `/reports/${report.hash}` },
    { name: "sources", path: "/sources" },
    { name: "map", path: "/map" },
    { name: "review", path: "/review" },
    { name: "rulings", path: "/review?tab=log" },
    { name: "nowhere", path: "/no-such-page" },
    { name: "add", path: "/", prepare: open("Add") },
    { name: "palette", path: "/", prepare: open("Search Ctrl K") },
  ];
}
