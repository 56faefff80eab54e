import { defineRule } from "../rule.js";

/** Files and folders that are no part of a connector, and what they are. */
const extras: readonly { form: RegExp; what: string }[] = [
  {
    form: /\.(?:pem|pfx|p12|key|ppk)$|^id_(?:rsa|ed25519)|^\.env(?:\.|$)/i,
    what: "may hold a secret",
  },
  { form: /\.(?:zip|7z|nupkg)$/i, what: "is an archive" },
  { form: /^(?:bin|obj|__pycache__|\.vs|\.idea)$/i, what: "is what a tool makes" },
  { form: /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$.*)$/i, what: "is left behind by a system" },
  { form: /\.(?:bak|orig|tmp|swp|old)$|~$/i, what: "is a copy that an editor made" },
  {
    form: /^api(?:Definition|Properties).*(?: - Copy| copy|\(\d+\)).*\.json$/i,
    what: "is a copy of another file",
  },
];

export default defineRule({
  name: "folder-no-extra-files",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The folder holds nothing but the connector.",
  why: `Everything in the folder is published with it. Reviewers ask to take out what is no part of the connector; a key or a certificate
has to be revoked once it was public.`,
  on: "connector",
  check(connector, { report }) {
    const used = new Set(connector.all.map(({ name }) => name));
    const hasDefinition = connector.file("apiDefinition") !== undefined;
    for (const name of connector.surroundings.folder?.names ?? []) {
      if (used.has(name)) continue;
      const extra =
        extras.find(({ form }) => form.test(name)) ??
        (hasDefinition && /\.swagger\.json$/i.test(name)
          ? { what: "is another API definition, which is not used," }
          : undefined);
      if (extra !== undefined)
        report({
          at: "",
          name,
          message: `${name} ${extra.what} and is no part of the connector.`,
        });
    }
  },
  bad: `
{}
//- tickets.zip

//root tickets.zip is an archive and is no part of the connector.
//- old.swagger.json

//root old.swagger.json is another API definition, which is not used, and is no part of the connector.
//- contoso.pfx

//root contoso.pfx may hold a secret and is no part of the connector.`,
  good: `
{}
//- apiProperties.json
{}
//- readme.md
# Contoso Tickets
//- license`,
});
