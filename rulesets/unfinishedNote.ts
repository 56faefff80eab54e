/** Words of an author who wanted to come back. */
export const unfinishedNote =
  /(?:^|[\s(:–-])(?:TBD|TODO|FIXME)[.!)]*\s*$|^\s*(?:TBD|TODO|FIXME)(?:\s*[:–-]|\s*$)|^Lorem ipsum dolor\b/;
