import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useRef } from "react";
import type { MadeRuling } from "../../../formats/desk-json.js";
import type { ClaimChange } from "../../../record/rulings.js";
import { api } from "../../api/client.js";
import { problemOf } from "../../api/problem.js";
import { showToast } from "../../shared/toasts.js";
import {
  currentOf,
  type Decision,
  type Item,
  NEW_RUN,
  rulingOf,
  runReducer,
  type Why,
  windowOf,
} from "./run.js";

/** Part of the list of what waits, and how long it is. */
export function useWaiting(
  why: Why | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  const search = {
    limit: String(limit),
    ...(offset > 0 ? { offset: String(offset) } : {}),
    ...(why ? { why } : {}),
  };
  return useQuery({ queryKey: ["review", search], queryFn: ({ signal }) => api.review(search, signal) });
}

export interface Deciding {
  readonly why?: string;
  readonly change?: ClaimChange;
}

/**
 * A run through what waits. A decision shows the next item at once and is sent behind; what the server refuses comes back, with
 * the reason. Rulings are sent one after another, in the order in which they were made.
 */
export function useRun(why: Why | null) {
  const client = useQueryClient();
  const [run, dispatch] = useReducer(runReducer, NEW_RUN);
  const skipped = run.steps.filter((s) => s.decision === "skipped").length;
  const query = useWaiting(why, windowOf(skipped));
  const list = query.data?.items ?? [];
  const current = currentOf(run, list, why);
  const shownKey = run.shown?.key;
  useEffect(() => {
    if (current && current.key !== shownKey) dispatch({ kind: "show", item: current });
  }, [current, shownKey]);

  const sending = useRef<Promise<unknown>>(Promise.resolve());
  const made = useRef(new Map<number, Promise<MadeRuling>>());
  const numbers = useRef(0);
  /** After all that was sent before it, whatever became of that. */
  const send = <T>(what: () => Promise<T>): Promise<T> => {
    const sent = sending.current.then(what, what);
    sending.current = sent;
    return sent;
  };
  const failed = (error: unknown, words: string) => {
    const { detail, hint } = problemOf(error);
    showToast(`${words}: ${detail} ${hint}`, { tone: "bad" });
  };

  const decide = (item: Item, decision: Decision, options: Deciding = {}) => {
    const ruling = rulingOf(item, decision, options);
    if (!ruling && decision !== "skipped") return;
    numbers.current += 1;
    const number = numbers.current;
    dispatch({ kind: "step", step: { number, item, decision } });
    if (!ruling) return;
    const sent = send(() => api.rule(ruling));
    made.current.set(number, sent);
    sent
      .catch((error: unknown) => {
        made.current.delete(number);
        dispatch({ kind: "back", number });
        failed(error, "Not recorded");
      })
      .finally(() => void client.invalidateQueries());
  };

  /** Takes back the last step; what was ruled is undone by a ruling. @returns its item; null where there is no step */
  const undo = (): Item | null => {
    const step = run.steps.at(-1);
    if (!step) return null;
    dispatch({ kind: "back", number: step.number });
    const ruled = made.current.get(step.number);
    if (ruled) {
      made.current.delete(step.number);
      send(async () => {
        // what was never recorded needs no undoing
        const recorded = await ruled.catch(() => null);
        if (recorded) await api.rule({ body: { kind: "undo", ruling: recorded.id }, why: "" });
      })
        .catch((error: unknown) => {
          dispatch({ kind: "step", step });
          made.current.set(step.number, ruled);
          failed(error, "Not undone");
        })
        .finally(() => void client.invalidateQueries());
    }
    return step.item;
  };

  /** A ruling was undone in the log: its item may come again. */
  const forget = async (ruling: string) => {
    for (const [number, sent] of made.current)
      if ((await sent.catch(() => null))?.id === ruling) dispatch({ kind: "forget", number });
  };

  return { run, query, list, current, decide, undo, unskip: () => dispatch({ kind: "unskip" }), forget };
}
export type RunOf = ReturnType<typeof useRun>;
