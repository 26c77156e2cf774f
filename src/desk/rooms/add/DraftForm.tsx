import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import type { Problem } from "../../../formats/desk-json.js";
import { changeDraft, offerFiles, sendDraft, type WholeFile } from "../../shared/adding/adding.js";
import {
  addressesOf,
  type Draft,
  type DraftProblems,
  draftWords,
  problemsOf,
} from "../../shared/adding/draft.js";
import { filesOfTransfer } from "../../shared/adding/dropped-files.js";
import { Button } from "../../shared/Button.js";
import { TextBox, TextInput } from "../../shared/Fields.js";
import css from "./AddDialog.module.css";
import { FilePicker } from "./FilePicker.js";

type Way = "text" | "files" | "addresses";

/** Where a draft's first problem is, or else what it has most of. */
function wayOf(draft: Draft, problems: DraftProblems = {}): Way {
  if (problems.text) return "text";
  if (problems.files) return "files";
  if (problems.addresses) return "addresses";
  if (draft.files.length > 0) return "files";
  return draft.text === "" && draft.addresses !== "" ? "addresses" : "text";
}

/** A text, files and addresses, put together and sent as one. */
export function DraftForm({
  draft,
  problem,
}: {
  readonly draft: Draft<WholeFile>;
  /** Why the last attempt failed. */
  readonly problem: Problem | null;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [way, setWay] = useState<Way>(() => wayOf(draft));
  const [isTried, setTried] = useState(false);
  // files that are dropped anywhere are shown at once
  const [files, setFiles] = useState(draft.files.length);
  if (files !== draft.files.length) {
    setFiles(draft.files.length);
    if (draft.files.length > files) setWay("files");
  }
  const [isDayBroken, setDayBroken] = useState(false);
  const problems = isTried ? problemsOf(draft) : {};
  const day = isTried && isDayBroken ? "This is no day of the calendar." : problems.published;
  const submit = (e: SubmitEvent) => {
    e.preventDefault();
    // a day that is written in part is no value at all
    const broken =
      form.current?.querySelector<HTMLInputElement>("input[type=date]")?.validity.badInput === true;
    setDayBroken(broken);
    const found = problemsOf(draft);
    setTried(true);
    if (broken || Object.keys(found).length > 0) {
      if (!found.nothing) setWay((now) => (found[now as keyof DraftProblems] ? now : wayOf(draft, found)));
      return;
    }
    void sendDraft();
  };
  // wherever in the dialog one is
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (e.key !== "Enter" || !(e.ctrlKey || e.metaKey)) return;
      e.preventDefault();
      e.stopPropagation();
      form.current?.requestSubmit();
    };
    // before tabs and buttons, which keep their keys to themselves
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, []);
  const words = draftWords(draft);
  const addresses = addressesOf(draft.addresses).length;
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={submit}
      onPaste={(e) => {
        if (!e.clipboardData.types.includes("Files")) return;
        e.preventDefault();
        void filesOfTransfer(e.clipboardData).then((g) => offerFiles(g.files, g.leftOut));
      }}
      noValidate
    >
      <Tabs selectedKey={way} onSelectionChange={(key) => setWay(key as Way)}>
        <TabList className={css.ways!} aria-label="Ways to add">
          <Tab id="text" className={css.way!}>
            Text {draft.text.trim() !== "" && <Dot />}
          </Tab>
          <Tab id="files" className={css.way!}>
            Files {draft.files.length > 0 && <Count n={draft.files.length} />}
          </Tab>
          <Tab id="addresses" className={css.way!}>
            Addresses {addresses > 0 && <Count n={addresses} />}
          </Tab>
        </TabList>
        <TabPanel id="text" className={css.panel!}>
          <TextBox
            label="Text of a report"
            rows={12}
            placeholder="Paste an article, a statement or a cable. Lines “Title:”, “Outlet:” and “Date:” on top are read as such."
            value={draft.text}
            onChange={(text) => changeDraft({ text })}
            error={problems.text}
            autoFocus
          />
          <TextInput
            label="Name (optional)"
            hint="What the document is called in lists, where it has no title."
            value={draft.name}
            onChange={(name) => changeDraft({ name: name.slice(0, 300) })}
          />
        </TabPanel>
        <TabPanel id="files" className={css.panel!}>
          <FilePicker draft={draft} error={problems.files} />
        </TabPanel>
        <TabPanel id="addresses" className={css.panel!}>
          <TextBox
            label="Addresses of reports or feeds, one a line"
            rows={12}
            placeholder={"https://example.org/news/article\nhttps://example.org/news/feed.xml"}
            hint="Of a feed, its items are read. Nothing else is fetched than what is named here; robots.txt is kept to."
            value={draft.addresses}
            onChange={(lines) => changeDraft({ addresses: lines })}
            error={problems.addresses}
          />
        </TabPanel>
      </Tabs>
      <div className={css.foot}>
        <TextInput
          label="Published (optional)"
          type="date"
          hint="For documents that do not say when they appeared."
          value={draft.published}
          onChange={(published) => changeDraft({ published })}
          error={day}
        />
        <div className={css.send}>
          <Button kind="strong" type="submit" aria-keyshortcuts="Control+Enter">
            {words === "" ? "Add" : `Add ${words}`}
          </Button>
          <kbd className={css.keys}>Ctrl Enter</kbd>
        </div>
      </div>
      <div className={css.problem} role="alert">
        {problem ? `Not sent: ${problem.detail} ${problem.hint}` : problems.nothing}
      </div>
    </form>
  );
}

const Count = ({ n }: { readonly n: number }) => <span className={css.count}>{n.toLocaleString("en")}</span>;
const Dot = () => <span className={css.count}>1</span>;
