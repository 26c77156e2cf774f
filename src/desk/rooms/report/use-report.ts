import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { MadeRuling, ReportRoom } from "../../../formats/desk-json.js";
import type { RulingBody } from "../../../record/rulings.js";
import { api } from "../../api/client.js";
import { useRuling } from "../../shared/rulings.js";
import { roomWith } from "./ruled-room.js";

const keyOf = (hash: string) => ["report", hash] as const;

/** A report's room; `name`: its hash, the first digits of it, or its label. */
export function useReport(name: string) {
  return useQuery({
    queryKey: keyOf(name),
    queryFn: () => api.report(name),
    // another report is another text: nothing of the one before is shown in its place
    placeholderData: () => undefined,
  });
}

/** The incidents that the report tells of, and what it alone says of them. */
export function useReportIncidents(hash: string) {
  return useQuery({
    queryKey: ["report", hash, "incidents"],
    queryFn: () => api.reportIncidents(hash),
    placeholderData: () => undefined,
  });
}

/** Makes a ruling on the report under this name: it is shown at once, and taken back should the server refuse. */
export function useReportRuling(name: string) {
  const client = useQueryClient();
  const { mutate } = useRuling();
  return useCallback(
    (body: RulingBody, why = "", onMade: (made: MadeRuling) => void = () => {}) =>
      mutate(
        {
          ruling: { body, why },
          optimistic: () => {
            // an answer on its way knows nothing of the ruling
            void client.cancelQueries({ queryKey: keyOf(name), exact: true });
            const before = client.getQueryData<ReportRoom>(keyOf(name));
            if (before) client.setQueryData(keyOf(name), roomWith(before, body));
            return () => client.setQueryData(keyOf(name), before);
          },
        },
        { onSuccess: onMade },
      ),
    [client, mutate, name],
  );
}
