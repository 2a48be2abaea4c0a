/** What every command of `pamong` gets. */
export interface CommandContext {
  /** Folder of the checkout. */
  readonly root: string;
  /** What stood after the command's name. */
  readonly args: readonly string[];
}

/** One command of `pamong`; each lives in a file of its own in `commands/`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Loaded only when asked for, so that a small command starts quickly. */
  readonly load: () => Promise<(context: CommandContext) => Promise<number>>;
}

/** Something that the person at the keyboard can mend; printed without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
