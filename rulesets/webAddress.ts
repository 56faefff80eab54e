/** Whether a text is an absolute http or https address. */
export function isWebAddress(text: string): boolean {
  if (!/^\s*https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  // Of `https://https://contoso.com` the second scheme would be the host.
  return !/^https?$/.test(new URL(text).hostname);
}

/** The address that was probably meant by a text that is none: `www.contoso.com`, `htps://contoso.com`. */
export function repairedAddress(text: string): string | undefined {
  const rest = text.trim().replace(/^([htps]{3,7}:\/*)+/i, "");
  const address = `https://${rest}`;
  // The name of a file looks like a host.
  if (/^[^/?#:]+\.(html?|pdf|aspx?|php|txt|docx?)$/i.test(rest)) return undefined;
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:]|$)/u.test(rest) && isWebAddress(address)
    ? address
    : undefined;
}
