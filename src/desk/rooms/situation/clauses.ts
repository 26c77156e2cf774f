import type { Lead } from "../../../formats/desk-json.js";
import type { Filters, Search } from "../../api/filters.js";

/** Where a clause's words lead, as the router takes it. */
export type LeadLink =
  | { readonly to: "/incidents/$id"; readonly params: { readonly id: string }; readonly search: Search }
  | { readonly to: "/diplomacy" | "/incidents"; readonly search: Search };

/** @param filters of the view: a list of incidents takes them along under its own */
export function leadLink(lead: Lead, filters: Filters): LeadLink {
  const kept = filters as Search;
  switch (lead.to) {
    case "incident":
      return { to: "/incidents/$id", params: { id: lead.id }, search: kept };
    case "initiative":
      return { to: "/diplomacy", search: { ...kept, initiative: lead.id } };
    case "ceasefire":
      return { to: "/diplomacy", search: { ...kept, ceasefire: lead.id } };
    case "incidents":
      return { to: "/incidents", search: { ...kept, ...lead.filter } };
  }
}
