import { type Migration, sql } from "kysely";

/** Reports with their claims, tellings linked to incidents, and rulings. Days are civil days; offsets are UTF-16 code units. */
export const record: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table meta (
    key text primary key,
    value jsonb not null
  )`,
  // hash: of the normalised text; coded: the report's record without its text; origin: names its group of copies and revisions
  `create table report (
    hash text primary key,
    label text not null,
    outlet text,
    title text,
    author text,
    address text,
    language text not null,
    published_from date,
    published_to date,
    published_basis text not null,
    seen_at timestamptz not null,
    hints jsonb not null,
    origin text not null,
    text text not null,
    coded jsonb not null,
    version text not null,
    signature bytea not null,
    search tsvector generated always as (
      setweight(to_tsvector('english', coalesce(title, '')), 'A') || to_tsvector('english', left(text, 500000))
    ) stored
  )`,
  `create index report_origin on report (origin)`,
  // by hash: names and addresses can be longer than an ordered index holds
  `create index report_address on report using hash (address)`,
  `create index report_published on report (published_from, hash)`,
  `create index report_label on report using hash (label)`,
  `create index report_search on report using gin (search)`,
  // published: "" where nothing was said; report and problem_code null: not yet read
  `create table sighting (
    original text not null,
    name text not null,
    media_type text,
    published text not null,
    seen_at timestamptz not null,
    report text references report,
    problem_code text,
    problem text
  )`,
  `create unique index sighting_once on sighting (original, md5(name), published)`,
  `create index sighting_report on sighting (report)`,
  `create index sighting_open on sighting (original) where report is null`,
  `create table signature_band (
    band smallint not null,
    value bigint not null,
    report text not null,
    primary key (band, value, report)
  )`,
  // pairs of reports that are copies or revisions of one another
  `create table kinship (
    a text not null,
    b text not null,
    why text not null,
    primary key (a, b)
  )`,
  `create index kinship_b on kinship (b)`,
  `create table claim (
    id text not null,
    report text not null references report,
    kind text not null,
    start_offset integer not null,
    end_offset integer not null,
    quote text not null,
    type text not null,
    mode text,
    stance text not null,
    status text,
    parties text[] not null,
    third_party text[] not null,
    sources text[] not null,
    day_from date,
    day_to date,
    place text,
    ruling text,
    telling text,
    data jsonb not null,
    search tsvector generated always as (to_tsvector('english', quote)) stored,
    primary key (id, kind)
  )`,
  `create index claim_report on claim (report)`,
  `create index claim_telling on claim (telling)`,
  `create index claim_diplomacy on claim (day_from) where kind = 'diplomacy'`,
  `create index claim_search on claim using gin (search)`,
  // features: what linking compares; parent: the earlier telling that it looks back to
  `create table telling (
    id text primary key,
    report text not null references report,
    kind text not null,
    features jsonb not null,
    data jsonb not null,
    parent text,
    score real,
    incident text not null
  )`,
  `create index telling_report on telling (report)`,
  `create index telling_parent on telling (parent)`,
  `create index telling_incident on telling (incident)`,
  `create table telling_key (
    key text not null,
    telling text not null,
    primary key (key, telling)
  )`,
  `create index telling_key_telling on telling_key (telling)`,
  `create table incident (
    id text primary key,
    kind text not null,
    day_from date,
    day_to date,
    place text,
    country text,
    parties text[] not null,
    types text[] not null,
    verdict text not null,
    reports integer not null,
    origins integer not null,
    killed_low integer,
    killed_high integer,
    summary jsonb not null
  )`,
  `create index incident_day on incident (day_from, id)`,
  `create index incident_parties on incident using gin (parties)`,
  // the log in the data directory is the truth; this copy is for queries
  `create table ruling (
    id text primary key,
    position integer not null unique,
    at timestamptz not null,
    who text not null,
    why text not null,
    body jsonb not null
  )`,
];
