/** An error as ajv gives it, without message. */
export interface ValidationError {
  /** The JSON pointer of the value, or of the object that lacks or has too much. */
  instancePath: string;
  /** The keyword that is violated, such as `#/definitions/tag/required`. */
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}

interface Validate {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

export const apiDefinition: Validate;
export const apiProperties: Validate;
export const settings: Validate;
