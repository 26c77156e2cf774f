/** Folders are the flow of data: each imports only from those above it. @see ARCHITECTURE.md */
const flow = [
  "text",
  "sources",
  "language",
  "coding",
  "data",
  "record",
  "second-reader",
  "store",
  "queue",
  "formats",
  "server",
  "cli",
];
const below = flow.map((folder, k) => ({
  name: `${folder}-imports-only-from-above`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${flow.slice(k + 1).join("|") || "none"})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...below,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "pure-core-reads-no-files",
      comment: "text/ to record/ and formats/ take values and return values; effects are in sources/inputs.ts and what it fetches with, data/, store/, queue/ and cli/.",
      severity: "error",
      from: { path: "^src/(text|language|coding|record|formats)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(node:)?(fs|net|http|https|child_process|worker_threads)" },
    },
    {
      name: "second-reader-is-optional",
      comment: "Nothing that reads or keeps the record may need a second reader: who prints and the command line may know of it.",
      severity: "error",
      from: { path: "^src/(text|sources|language|coding|data|record|store|queue)/" },
      to: { path: "^src/second-reader/" },
    },
    {
      name: "desk-is-apart",
      comment: "The desk is a page of its own, in a browser: it talks to the server, and shares pure words and dates with the rest.",
      severity: "error",
      from: { path: "^src/desk/" },
      to: { path: "^src/(sources|language|data|store|queue|cli)/" },
    },
    {
      name: "desk-knows-types-of-the-server",
      severity: "error",
      from: { path: "^src/desk/" },
      to: { path: "^src/server/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nothing-needs-the-desk",
      severity: "error",
      from: { pathNot: "^src/desk/" },
      to: { path: "^src/desk/" },
    },
    {
      name: "formats-know-no-store",
      severity: "error",
      from: { path: "^src/formats/" },
      to: { path: "^src/(store|queue)/" },
    },
    {
      name: "not-to-tests",
      severity: "error",
      from: { pathNot: "(\\.test\\.ts$|^tests/)" },
      to: { path: "(\\.test\\.ts$|^tests/)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    exclude: { path: "\\.test\\.ts$" },
  },
};
