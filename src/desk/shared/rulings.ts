import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MadeRuling, RulingRequest } from "../../formats/desk-json.js";
import { excerpt } from "../../formats/page.js";
import { api } from "../api/client.js";
import { problemOf } from "../api/problem.js";
import { showToast } from "./toasts.js";

/** The words of a ruling's claim, and what it decides of them: “23 soldiers died” corrected: figure 25. */
const ruledWords = ({ quote, words }: MadeRuling): string =>
  quote === null ? `Ruling recorded: ${words}` : `${excerpt(quote, 60)} ${words}`;

/**
 * Makes a ruling and shows that it was made, with a way back: undoing is a ruling too. What is on the page is fetched anew.
 * `optimistic` changes what is shown at once and gives back how to take that change back should the server refuse.
 */
export function useRuling() {
  const client = useQueryClient();
  const undo = async (made: MadeRuling) => {
    try {
      await api.rule({ body: { kind: "undo", ruling: made.id }, why: "" });
      showToast(`Undone: ${ruledWords(made)}`);
    } catch (error) {
      showToast(`It could not be undone: ${problemOf(error).detail}`, { tone: "bad" });
    }
    await client.invalidateQueries();
  };
  return useMutation({
    mutationFn: ({ ruling }: { ruling: RulingRequest; optimistic?: () => () => void }) => api.rule(ruling),
    onMutate: ({ optimistic }) => ({ takeBack: optimistic?.() }),
    onSuccess: (made) => {
      showToast(ruledWords(made), { action: { label: "Undo", run: () => void undo(made) } });
    },
    onError: (error, _, context) => {
      context?.takeBack?.();
      const { detail, hint } = problemOf(error);
      showToast(`Not recorded: ${detail} ${hint}`, { tone: "bad" });
    },
    onSettled: () => client.invalidateQueries(),
  });
}
