import { useEffect, useRef, useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { quoted } from "../../../formats/page.js";
import type { ClaimChange } from "../../../record/rulings.js";
import { Button } from "../../shared/Button.js";
import { ClaimForm } from "../../shared/claim-form/ClaimForm.js";
import { TextBox } from "../../shared/Fields.js";
import type { TextSpan } from "../../shared/report-text/ReportText.js";
import css from "./AddClaim.module.css";
import { around, findWords } from "./find-words.js";

/** What a person is about to add: of which words, once they are known. */
export interface Adding {
  readonly what: "event" | "toll";
  readonly span: TextSpan | null;
  /** Where the form stands beside the text; it stays there while words are looked for. */
  readonly at: number;
}

/** A claim that the reading missed: its words, then its fields. */
export function AddClaim({
  text,
  adding,
  sourcesAt,
  onChange,
  onShow,
  onSubmit,
  onCancel,
}: {
  readonly text: string;
  readonly adding: Adding;
  /** Who is said to say the words of a span. */
  readonly sourcesAt: (span: TextSpan) => readonly string[];
  readonly onChange: (adding: Adding) => void;
  readonly onShow: (span: TextSpan) => void;
  readonly onSubmit: (what: Adding["what"], span: TextSpan, change: ClaimChange, why: string) => void;
  readonly onCancel: () => void;
}) {
  const { what, span } = adding;
  const [isFinding, setFinding] = useState(span === null);
  const form = useRef<HTMLElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("textarea, input")?.focus(), []);
  return (
    <section ref={form} className={css.add} aria-label="Add a claim">
      <RadioGroup
        className={css.kinds!}
        orientation="horizontal"
        value={what}
        onChange={(value) => onChange({ ...adding, what: value as Adding["what"] })}
      >
        <Label className={css.label!}>A claim to add</Label>
        <Radio value="event" className={css.kind!}>
          Event
        </Radio>
        <Radio value="toll" className={css.kind!}>
          Toll
        </Radio>
      </RadioGroup>
      {isFinding && (
        <FindWords
          text={text}
          span={span}
          onChoose={(found) => onChange({ ...adding, span: found })}
          onShow={onShow}
        />
      )}
      {!isFinding && span && (
        <p>
          <q className="foreign">{quoted(text.slice(span.start, span.end)).slice(1, -1)}</q>{" "}
          <Button small kind="quiet" onPress={() => setFinding(true)}>
            Other words
          </Button>
        </p>
      )}
      {span ? (
        <ClaimForm
          key={`${what} ${span.start}-${span.end}`}
          kind={what}
          isNew
          // it comes and goes while its words are typed
          takesFocus={false}
          fields={{ sources: sourcesAt(span) }}
          onSubmit={(change, why) => onSubmit(what, span, change, why)}
          onCancel={onCancel}
        />
      ) : (
        <p>
          <Button onPress={onCancel}>Cancel</Button>
        </p>
      )}
    </section>
  );
}

/** Words that are typed, looked for in the text; which place is meant where they stand at several. */
function FindWords({
  text,
  span,
  onChoose,
  onShow,
}: {
  readonly text: string;
  readonly span: TextSpan | null;
  readonly onChoose: (span: TextSpan | null) => void;
  readonly onShow: (span: TextSpan) => void;
}) {
  const [words, setWords] = useState("");
  const { spans, alike } = findWords(text, words);
  const isSure = spans.length === 1 && !alike;
  return (
    <div className={css.find}>
      <TextBox
        label="Its words, as they stand in the report"
        rows={2}
        value={words}
        onChange={(value) => {
          setWords(value);
          const found = findWords(text, value);
          onChoose(found.spans.length === 1 && !found.alike ? found.spans[0]! : null);
        }}
      />
      <p role="status" className={css.found}>
        {words.trim() === "" && "Or select them in the text."}
        {words.trim() !== "" && spans.length === 0 && "These words are not in the report."}
        {isSure && "Found, to the letter."}
        {spans.length > 0 && alike && "Not to the letter; with other capitals or marks they stand here:"}
        {spans.length > 1 && !alike && `They stand at ${spans.length} places; which is meant?`}
      </p>
      {isSure && (
        <Button small kind="quiet" onPress={() => onShow(spans[0]!)}>
          Show them
        </Button>
      )}
      {!isSure && spans.length > 0 && (
        <RadioGroup
          className={css.places!}
          aria-label="Which place is meant"
          value={span === null ? null : String(span.start)}
          onChange={(value) => {
            const chosen = spans.find((s) => String(s.start) === value);
            if (!chosen) return;
            onChoose(chosen);
            onShow(chosen);
          }}
        >
          {spans.map((s) => {
            const { before, after } = around(text, s);
            return (
              <Radio key={s.start} value={String(s.start)} className={css.place!}>
                <span className="foreign">
                  {before}
                  <strong>{text.slice(s.start, s.end)}</strong>
                  {after}
                </span>
              </Radio>
            );
          })}
        </RadioGroup>
      )}
    </div>
  );
}
