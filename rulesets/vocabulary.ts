/** Names of Microsoft products that the texts of an operation must not contain, as whole words. */
export const productNames: readonly string[] = [
  "Power Apps",
  "Power Automate",
  "Logic Apps",
  "Copilot Studio",
];
