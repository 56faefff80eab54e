/** What the test of an editor is given. */
export interface Setup {
  /** The absolute path of the installed script of `paconn`, to be run with node. */
  server: string;
  /** The folder of the installed package. */
  packageFolder: string;
  /** A fresh temporary folder of this test. */
  folder: string;
  /** The absolute path of a fresh copy of `examples/contoso-tickets` in it. */
  connector: string;
}

/** How an editor is tested. */
export interface EditorTest {
  /** What has to be installed first: packages of Debian, or folders of this repository. */
  missing?(): string[];
  /** Fails when the editor does not show or do what it should; may tell what was seen. */
  test(setup: Setup): Promise<unknown>;
  /** The messages that have passed between it and the server, where they are not recorded. */
  messages?(setup: Setup): string[];
}
