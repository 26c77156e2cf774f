import { useState } from "react";
import type { Evidence } from "../../../record/incident.js";
import { Button } from "../../shared/Button.js";
import { ClaimForm } from "../../shared/claim-form/ClaimForm.js";
import { isCorrectable } from "../../shared/claim-form/claim-fields.js";
import { Dialog } from "../../shared/Dialog.js";
import { Loaded } from "../../shared/Loaded.js";
import { useRuling } from "../../shared/rulings.js";
import { useReport } from "./use-incident.js";

/** Claims that rulings name: events, tolls, initiatives and those that a person added. */
const RULED = /\/[etir][0-9a-z]+$/;

/** Confirm, correct or reject the claim that words carry. */
export function RulingActions({ evidence: e }: { readonly evidence: Evidence }) {
  const rule = useRuling();
  const [isOpen, setOpen] = useState(false);
  // who began it and what came first follow from the acts told, and are ruled on with them
  if (!RULED.test(e.claim)) return null;
  const { claim, start, end } = e;
  const decide = (kind: "confirm" | "reject") =>
    rule.mutate({ ruling: { body: { kind, claim, start, end }, why: "" } });
  return (
    <>
      <Button
        small
        kind="quiet"
        isDisabled={rule.isPending || e.ruling !== null}
        onPress={() => decide("confirm")}
      >
        {e.ruling === "confirmed" ? "Confirmed" : "Confirm"}
      </Button>
      <Button small kind="quiet" isDisabled={rule.isPending} onPress={() => setOpen(true)}>
        Correct …
      </Button>
      <Button small kind="quiet" isDisabled={rule.isPending} onPress={() => decide("reject")}>
        Reject
      </Button>
      {isOpen && <Correct evidence={e} onClose={() => setOpen(false)} />}
    </>
  );
}

function Correct({ evidence: e, onClose }: { readonly evidence: Evidence; readonly onClose: () => void }) {
  const rule = useRuling();
  const report = useReport(e.report);
  const { claim, start, end } = e;
  return (
    <Dialog title="Correct the claim" isOpen onClose={onClose} width="wide">
      <blockquote className="foreign">{e.quote}</blockquote>
      <Loaded query={report}>
        {({ claims }) => {
          const standing = claims.find((c) => c.id === claim);
          if (!standing || !isCorrectable(standing.kind))
            return <p>This claim is not in the report any more; it may have been rejected or read anew.</p>;
          return (
            <ClaimForm
              key={claim}
              kind={standing.kind}
              fields={standing.fields}
              onCancel={onClose}
              onSubmit={(change, why) => {
                rule.mutate({ ruling: { body: { kind: "correct", claim, start, end, change }, why } });
                onClose();
              }}
            />
          );
        }}
      </Loaded>
    </Dialog>
  );
}
