/** The kind of code action that applies all safe fixes of a file. */
export const fixAllKind = "source.fixAll.paconn";

/** The command that asks the editor to show a page; its argument is the address. */
export const openPageCommand = "paconn.openPage";
