import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { changeDraft, offerFiles, type WholeFile } from "../../shared/adding/adding.js";
import { type Draft, EXTENSIONS, isTooLarge, MOST_BYTES, megabytes } from "../../shared/adding/draft.js";
import { filesOfItems, filesOfList, type Gathered } from "../../shared/adding/dropped-files.js";
import { Button } from "../../shared/Button.js";
import css from "./AddDialog.module.css";
import { ScrollList } from "./ScrollList.js";

const offer = ({ files, leftOut }: Gathered) => offerFiles(files, leftOut);

/** Files and folders, dropped or chosen, and which there are so far. */
export function FilePicker({
  draft,
  error,
}: {
  readonly draft: Draft<WholeFile>;
  readonly error: string | undefined;
}) {
  const { files, leftOut } = draft;
  return (
    <>
      <DropZone
        className={css.zone!}
        data-slim={files.length > 0 || undefined}
        aria-label="Drop files or folders here"
        onDrop={(e) => void filesOfItems(e.items).then(offer)}
      >
        <p>Drop files or folders here, or anywhere on the desk.</p>
        <div className={css.choose}>
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={EXTENSIONS}
            onSelect={(list) => list && offer(filesOfList(list))}
          >
            <Button>Choose files</Button>
          </FileTrigger>
          <FileTrigger acceptDirectory onSelect={(list) => list && offer(filesOfList(list))}>
            <Button>Choose a folder</Button>
          </FileTrigger>
        </div>
        <p className="faint">Plain text, Markdown or HTML, at most {megabytes(MOST_BYTES)} each.</p>
      </DropZone>
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      {files.length > 0 && (
        <ScrollList items={files} keyOf={keyOf} estimate={36} label="Files to add" className={css.files!}>
          {(f) => <FileRow file={f} onRemove={() => changeDraft({ files: files.filter((x) => x !== f) })} />}
        </ScrollList>
      )}
      {(files.length > 1 || leftOut > 0) && (
        <p className={css.fileNote}>
          {leftOut > 0 && (
            <span>
              {leftOut.toLocaleString("en")} {leftOut === 1 ? "file" : "files"} in folders left out: hidden,
              or no .txt, .md or .html.
            </span>
          )}
          {files.length > 1 && (
            <Button kind="quiet" small onPress={() => changeDraft({ files: [], leftOut: 0 })}>
              Remove all
            </Button>
          )}
        </p>
      )}
    </>
  );
}

const keyOf = (f: WholeFile) => `${f.name}|${f.file.size}|${f.file.lastModified}`;

function FileRow({ file, onRemove }: { readonly file: WholeFile; readonly onRemove: () => void }) {
  return (
    <div className={css.file}>
      <span className={`foreign ${css.fileName}`}>{file.name}</span>
      {isTooLarge(file) && (
        <span className={css.error}>too large: not sent; split it into single reports</span>
      )}
      <span className="faint figures">{megabytes(file.file.size)}</span>
      <Button kind="quiet" small aria-label={`Remove ${file.name}`} onPress={onRemove}>
        ✕
      </Button>
    </div>
  );
}
