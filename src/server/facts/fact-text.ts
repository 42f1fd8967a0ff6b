/** Free text that belongs to one version of a fact; never in the log itself, so that it can be blanked. */
export type FactText = Readonly<Record<string, unknown>>;
