/** The ids of the policy templates, as the service spells them. Source: Microsoft's schema and published connectors. */
export const policyTemplates = [
  "convertarraytoobject",
  "convertobjecttoarray",
  "dynamichosturl",
  "dynamicsubdomain",
  "encodepropertyvalue",
  "moveproperties",
  "pollingtrigger",
  "routerequesttoendpoint",
  "setconnectionstatustounauthenticated",
  "setheader",
  "setproperty",
  "setqueryparameter",
  "setvaluefromurl",
  "stringreplace",
  "stringtoarray",
  "updatenextlink",
] as const;

/** The templates that ask whether the request or the response is changed. */
export const templatesWithSection: readonly string[] = [
  "convertarraytoobject",
  "convertobjecttoarray",
  "encodepropertyvalue",
  "setheader",
  "setproperty",
  "stringreplace",
  "stringtoarray",
];
