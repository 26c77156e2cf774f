import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import {
  compileFrames,
  type FrameEntry,
  type FrameLexicon,
  type FrameSources,
  type LightVerbEntry,
} from "../coding/frames.js";
import { compileModality, type ModalityLexicon } from "../coding/modality.js";
import { packageRoot } from "./package-root.js";

const readYaml = <T>(path: string): T => parse(readFileSync(path, "utf8")) as T;

/** The frame files as they stand, entries with their sentences. */
export function readFrameSources(root = packageRoot()): FrameSources {
  const folder = join(root, "lexicons");
  const frames: Record<string, FrameEntry[]> = {};
  for (const name of readdirSync(join(folder, "frames")).sort()) {
    if (name.endsWith(".yaml"))
      frames[`lexicons/frames/${name}`] = readYaml<FrameEntry[]>(join(folder, "frames", name)) ?? [];
  }
  const classes: Record<string, string[]> = {};
  for (const name of readdirSync(folder).sort()) {
    if (name.startsWith("classes") && name.endsWith(".yaml"))
      Object.assign(classes, readYaml(join(folder, name)));
  }
  return {
    frames,
    classes,
    lightVerbs: readYaml<LightVerbEntry[]>(join(folder, "light-verbs.yaml")),
    contentModes: readYaml(join(folder, "content-modes.yaml")),
    words: readYaml(join(folder, "events", "words.yaml")),
  };
}

export function loadFrames(root = packageRoot()): FrameLexicon {
  return compileFrames(readFrameSources(root));
}

export function loadModality(root = packageRoot()): ModalityLexicon {
  return compileModality(readYaml(join(root, "lexicons", "modality.yaml")));
}
