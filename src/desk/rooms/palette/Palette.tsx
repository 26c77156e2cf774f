import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useNameOf } from "../../api/names.js";
import { problemOf } from "../../api/problem.js";
import { setAppearance } from "../../shared/appearance.js";
import { Button } from "../../shared/Button.js";
import { Skeleton } from "../../shared/Loaded.js";
import { useFilters } from "../../shared/use-filters.js";
import {
  type Entry,
  type EntryGroup,
  entryBeside,
  groupBeside,
  groupsOf,
  isEmpty,
  markedEntry,
} from "./entries.js";
import type { Piece } from "./marked.js";
import css from "./Palette.module.css";
import { keepRecents, readRecents, withRecent } from "./recents.js";
import { MOST_LETTERS, useSearch } from "./use-search.js";

/** One field over everything: incidents, parties, places, reports, claims, rooms and commands. */
export function Palette({
  onClose,
  onGo,
  onAdd,
}: {
  readonly onClose: () => void;
  readonly onGo: (href: string) => void;
  readonly onAdd: () => void;
}) {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [recents, setRecents] = useState(readRecents);
  const [filters] = useFilters();
  const nameOf = useNameOf();
  const { found, error, retry, isLooking } = useSearch(words);
  const groups = groupsOf({ words, found, recents, filters, nameOf });
  const marked = markedEntry(groups, chosen);
  const list = useId();
  const idOf = (entry: Entry) => `${list}-${entry.id.replace(/[^A-Za-z0-9]/g, "_")}`;
  const count = groups.reduce((sum, g) => sum + g.entries.length, 0);
  const isNothing = found !== null && isEmpty(found) && !isLooking;

  const change = (next: string) => {
    setWords(next.slice(0, MOST_LETTERS));
    setChosen(null);
  };
  const remember = (next: readonly string[]) => {
    setRecents([...next]);
    keepRecents(next);
  };
  const run = ({ target, id }: Entry) => {
    switch (target.kind) {
      case "go":
        if (!id.startsWith("room:")) remember(withRecent(recents, words));
        return onGo(target.href);
      case "search":
        return change(target.words);
      case "forget":
        return remember([]);
      case "add":
        return onAdd();
      case "theme":
        setAppearance("theme", target.theme);
        return onClose();
      case "density":
        setAppearance("density", target.density);
        return onClose();
    }
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.nativeEvent.isComposing) return;
    const now = marked?.id ?? null;
    const move = {
      ArrowDown: () => entryBeside(groups, now, 1),
      ArrowUp: () => entryBeside(groups, now, -1),
      PageDown: () => groupBeside(groups, now, 1),
      PageUp: () => groupBeside(groups, now, -1),
    }[e.key];
    if (move) {
      e.preventDefault();
      setChosen(move());
    } else if (e.key === "Enter" && marked) {
      e.preventDefault();
      run(marked);
    }
  };

  return (
    <ModalOverlay
      className={css.veil!}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={css.modal!}>
        <Dialog className={css.dialog!} aria-label="Search">
          <div className={css.head}>
            <input
              className={css.input}
              role="combobox"
              aria-label="Search incidents, parties, places, reports, rooms and commands"
              aria-expanded={count > 0}
              aria-controls={list}
              aria-autocomplete="list"
              aria-activedescendant={marked ? idOf(marked) : undefined}
              placeholder="Incidents, parties, places, reports, rooms …"
              type="text"
              enterKeyHint="go"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              autoFocus
              value={words}
              onChange={(e) => change(e.target.value)}
              onKeyDown={onKeyDown}
            />
            <span className={css.looking} data-on={isLooking || undefined} aria-hidden="true" />
            <Button kind="quiet" small onPress={onClose}>
              Esc<span className="visually-hidden">: close</span>
            </Button>
          </div>
          <div className={css.body}>
            {error !== null && (
              <div className={css.note} role="alert">
                <p>{problemOf(error).detail}</p>
                <p>{problemOf(error).hint}</p>
                <Button small onPress={retry}>
                  Try again
                </Button>
              </div>
            )}
            {count === 0 && isLooking && (
              <div className={css.coming}>
                <Skeleton lines={5} />
              </div>
            )}
            {isNothing && (
              <div className={css.note}>
                <p>Nothing has all of these words.</p>
                <p>
                  Try fewer or other words, a party, a place with a month (“Kandahar October 2025”), or a part
                  of a name. Quotes keep words together; <q>or</q> gives a choice; a minus leaves out.
                </p>
              </div>
            )}
            <Groups
              id={list}
              groups={groups}
              marked={marked}
              idOf={idOf}
              isBusy={isLooking}
              onMark={setChosen}
              onRun={run}
            />
          </div>
          <p className={css.foot}>
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> choose
            </span>
            <span>
              <kbd>Enter</kbd> opens
            </span>
            <span>
              <kbd>Page ↓</kbd> next group
            </span>
          </p>
          <span className="visually-hidden" role="status">
            {isLooking
              ? ""
              : isNothing
                ? "Nothing found"
                : words.trim() === ""
                  ? ""
                  : `${count} to choose from`}
          </span>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Groups({
  id,
  groups,
  marked,
  idOf,
  isBusy,
  onMark,
  onRun,
}: {
  readonly id: string;
  readonly groups: readonly EntryGroup[];
  readonly marked: Entry | null;
  readonly idOf: (entry: Entry) => string;
  readonly isBusy: boolean;
  readonly onMark: (id: string) => void;
  readonly onRun: (entry: Entry) => void;
}) {
  return (
    <div id={id} role="listbox" aria-label="Found" aria-busy={isBusy} className={css.list} tabIndex={-1}>
      {groups.map((g) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options
        <div key={g.title} role="group" aria-labelledby={`${id}-${g.title}`} className={css.group}>
          <div id={`${id}-${g.title}`} role="presentation" className={css.groupTitle}>
            {g.title}
          </div>
          {g.entries.map((e) => (
            <Option
              key={e.id}
              id={idOf(e)}
              entry={e}
              isMarked={e.id === marked?.id}
              onMark={() => onMark(e.id)}
              onRun={() => onRun(e)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function Option({
  id,
  entry,
  isMarked,
  onMark,
  onRun,
}: {
  readonly id: string;
  readonly entry: Entry;
  readonly isMarked: boolean;
  readonly onMark: () => void;
  readonly onRun: () => void;
}) {
  const self = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isMarked) self.current?.scrollIntoView({ block: "nearest" });
  }, [isMarked]);
  const { target, title, detail, aside } = entry;
  return (
    // keys are the field's: the focus stays there. A link, so that it can be opened in a tab of its own
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <a
      ref={self}
      id={id}
      role="option"
      aria-selected={isMarked}
      tabIndex={-1}
      className={css.option}
      {...(target.kind === "go" ? { href: target.href } : {})}
      onPointerMove={() => {
        if (!isMarked) onMark();
      }}
      // the field keeps the focus
      onPointerDown={(e) => e.preventDefault()}
      onMouseDown={(e) => e.preventDefault()}
      // biome-ignore lint/a11y/useValidAnchor: what leads nowhere has no href
      onClick={(e) => {
        if (e.ctrlKey || e.metaKey || e.shiftKey) return;
        e.preventDefault();
        onRun();
      }}
    >
      <span className={css.words}>
        <span className={`foreign ${css.title}`}>
          <Marked pieces={title} />
        </span>
        {detail.length > 0 && (
          <span className={`foreign ${css.detail}`}>
            <Marked pieces={detail} />
          </span>
        )}
      </span>
      {aside !== "" && <span className={`foreign ${css.aside}`}>{aside}</span>}
    </a>
  );
}

const Marked = ({ pieces }: { readonly pieces: readonly Piece[] }) =>
  pieces.map((p, k) =>
    p.isFound ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces without a life of their own
      <mark key={k}>{p.text}</mark>
    ) : (
      p.text
    ),
  );
