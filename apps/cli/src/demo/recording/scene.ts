/** A part of a film, and a chapter of it. */
export interface Scene {
  /** The chapter's name in the player. */
  title: string;
  seconds: number;
  /** What a narrator would say: start and end in seconds of the scene. The picture carries the same without it. */
  captions: readonly [number, number, string][];
  /** SVG of the scene at this second of it. */
  draw: (time: number) => string;
}
