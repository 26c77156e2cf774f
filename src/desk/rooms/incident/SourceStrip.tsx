import { counted } from "../../../formats/page.js";
import { useNameOf } from "../../api/names.js";
import { PartyList } from "../../shared/Party.js";
import { colourVar, partyColours } from "../../shared/party-colour.js";
import type { RoomModel } from "./room-model.js";
import css from "./SourceStrip.module.css";
import { VOICE_WORDS, type Voice } from "./source-strip.js";

/** One bar cut by the kind of source; a part of it leaves only its speakers' columns in the matrix. */
export function SourceStrip({
  model,
  voice,
  onVoice,
}: {
  readonly model: RoomModel;
  readonly voice: string | undefined;
  readonly onVoice: (voice: Voice | undefined) => void;
}) {
  const nameOf = useNameOf();
  const colours = partyColours(model.among);
  const { segments } = model;
  if (segments.length === 0) return null;
  const total = segments.reduce((n, s) => n + s.statements, 0);
  const parts = segments.map((s) => {
    const side = s.voice.startsWith("side:") ? s.voice.slice(5) : null;
    const words = side === null ? VOICE_WORDS[s.voice as keyof typeof VOICE_WORDS] : nameOf(side);
    return {
      ...s,
      words,
      kind: side === null ? s.voice : "side",
      ground: side === null ? {} : { background: colourVar(colours.get(side)) },
      title: `${words}: ${s.statements} of ${counted(total, "statement")}, ${Math.round(100 * s.share)}%`,
    };
  });
  const choose = (v: Voice) => onVoice(voice === v ? undefined : v);
  return (
    <section className={css.strip} aria-label="Kinds of sources; each shows only its own columns">
      {/* the same as the buttons under it, for the pointer */}
      <div className={css.bar} aria-hidden="true">
        {parts.map((p) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: as above
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          <span
            key={p.voice}
            title={p.title}
            data-kind={p.kind}
            style={{ flexGrow: p.share, ...p.ground }}
            onClick={() => choose(p.voice)}
          />
        ))}
      </div>
      <ul className={css.kinds}>
        {parts.map((p) => (
          <li key={p.voice}>
            <button
              type="button"
              className={css.kind}
              aria-pressed={voice === p.voice}
              title={p.title}
              onClick={() => choose(p.voice)}
            >
              <span className={css.swatch} data-kind={p.kind} style={p.ground} aria-hidden="true" />
              <span className="foreign">{p.words}</span> <strong>{p.statements}</strong>
            </button>
          </li>
        ))}
      </ul>
      <p className={css.note}>
        {counted(total, "statement")} by kind of source; copies of one story count once.
        {model.silent.length > 0 && (
          <>
            {" "}
            <strong>
              No claim here is by <PartyList codes={model.silent} among={model.among} />.
            </strong>
          </>
        )}
        {voice !== undefined && (
          <>
            {" "}
            <button type="button" className={css.all} onClick={() => onVoice(undefined)}>
              Show all speakers
            </button>
          </>
        )}
      </p>
    </section>
  );
}
