/** The rooms, in the order in which they stand. */
export const ROOMS = [
  { to: "/", label: "Situation" },
  { to: "/incidents", label: "Incidents" },
  { to: "/diplomacy", label: "Diplomacy" },
  { to: "/reports", label: "Reports" },
  { to: "/sources", label: "Sources" },
  { to: "/map", label: "Map" },
  { to: "/review", label: "Review" },
] as const;
