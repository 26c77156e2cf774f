import type { Generated } from "kysely";

/** jsonb: written as JSON text, read as a value. */
type Json<T = unknown> = T;

export interface MetaTable {
  key: string;
  value: Json;
}

export interface ReportTable {
  hash: string;
  label: string;
  outlet: string | null;
  title: string | null;
  author: string | null;
  address: string | null;
  language: string;
  published_from: string | null;
  published_to: string | null;
  published_basis: string;
  seen_at: string;
  hints: Json;
  origin: string;
  text: string;
  coded: Json;
  version: string;
  signature: Buffer;
  search: Generated<string>;
  parties: Generated<string[]>;
}

export interface SightingTable {
  original: string;
  name: string;
  media_type: string | null;
  published: string;
  seen_at: string;
  report: string | null;
  problem_code: string | null;
  problem: string | null;
}

export interface SignatureBandTable {
  band: number;
  value: number;
  report: string;
}

export interface KinshipTable {
  a: string;
  b: string;
  why: string;
}

export interface ClaimTable {
  id: string;
  report: string;
  kind: string;
  start_offset: number;
  end_offset: number;
  quote: string;
  type: string;
  mode: string | null;
  stance: string;
  status: string | null;
  parties: string[];
  third_party: string[];
  sources: string[];
  day_from: string | null;
  day_to: string | null;
  place: string | null;
  ruling: string | null;
  telling: string | null;
  data: Json;
  search: Generated<string>;
  doubt: Generated<number>;
}

export interface TellingTable {
  id: string;
  report: string;
  kind: string;
  features: Json;
  data: Json;
  parent: string | null;
  score: number | null;
  incident: string;
}

export interface TellingKeyTable {
  key: string;
  telling: string;
}

export interface IncidentTable {
  id: string;
  kind: string;
  day_from: string | null;
  day_to: string | null;
  place: string | null;
  country: string | null;
  parties: string[];
  types: string[];
  verdict: string;
  reports: number;
  origins: number;
  killed_low: number | null;
  killed_high: number | null;
  summary: Json;
}

export interface IncidentVoicesTable {
  incident: string;
  day: string | null;
  parties: string[];
  voices: Json;
  contested: string[];
}

export interface RulingTable {
  id: string;
  position: number;
  at: string;
  who: string;
  why: string;
  body: Json;
}

/** The tables as the queries see them; a test holds them against the database. */
export interface Database {
  meta: MetaTable;
  report: ReportTable;
  sighting: SightingTable;
  signature_band: SignatureBandTable;
  kinship: KinshipTable;
  claim: ClaimTable;
  telling: TellingTable;
  telling_key: TellingKeyTable;
  incident: IncidentTable;
  incident_voices: IncidentVoicesTable;
  ruling: RulingTable;
}
