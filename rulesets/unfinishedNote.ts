/** Words of an author who wanted to come back. A sentence may end with a TODO, and begin with a TODO list. */
export const unfinishedNote = new RegExp(
  [
    /(?:^|[\s(:–-])(?:TBD|FIXME)[.!)]*\s*$/,
    /(?:^|[.!?]\s|[(:]|\s[–-])\s*TODO[.!)]*\s*$/,
    /^\s*(?:TBD|TODO|FIXME)(?:\s*:|\s+[–-]\s)/,
    /^Lorem ipsum dolor\b/,
  ]
    .map(({ source }) => source)
    .join("|"),
);
