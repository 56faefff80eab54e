/** The formats of each type: those of Swagger, of Microsoft's schema and of Power Fx, and what is published beside them. */
export const formats: Readonly<Record<string, readonly string[]>> = {
  integer: ["int32", "int64", "byte", "integer", "uint64", "unixtime", "enum"],
  number: ["float", "double", "byte", "integer", "int32", "decimal", "currency"],
  string: [
    "byte",
    "binary",
    "date",
    "date-time",
    "date-no-tz",
    "password",
    "email",
    "html",
    "uri",
    "uuid",
    "duration",
    "phone",
    "time",
  ],
  boolean: [],
  array: [],
  object: [],
};
