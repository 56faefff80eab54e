/** What the script of a connector says, as far as rules ask for it. Offsets count UTF-16 units. */
export interface Script {
  text: string;
  classes: readonly ScriptClass[];
}

export interface ScriptClass {
  name: string;
  /** The types after the colon, as they are written. */
  bases: readonly string[];
  /** The name. */
  offset: number;
  length: number;
}
