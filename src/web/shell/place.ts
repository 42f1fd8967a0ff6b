const meta = (selector: string): HTMLMetaElement | null => document.querySelector<HTMLMetaElement>(selector);

/** The path under which this bureau is served: '' for a single bureau, '/dezhou' for one of several. */
export const base = (): string => {
  const content = meta('meta[name="zhibu-base"]')?.content ?? '';
  return content === '/' ? '' : content;
};

/** The nonce under which styles may be written into the page. Browsers hide the attribute, hence the property. */
export const styleNonce = (): string => meta('meta[property="csp-nonce"]')?.nonce ?? '';
