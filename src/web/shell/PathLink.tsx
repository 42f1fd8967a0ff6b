import { Link } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';

interface Properties {
  /** From `paths.ts`. */
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly onClick?: ComponentProps<'a'>['onClick'];
  readonly title?: string | undefined;
  /** Read aloud instead of what stands in it. */
  readonly label?: string;
  readonly search?: Readonly<Record<string, string>>;
  /** Whether it is the place that is shown, where the address does not say it by how it begins. */
  readonly here?: boolean | undefined;
}

/** A link inside the product. It marks itself `aria-current="page"` while its page is shown. */
export function PathLink({ to, search, label, here, children, ...rest }: Properties) {
  return <Link to={to} search={search ?? {}} activeOptions={{ exact: to === '/' || here === false, includeSearch: false }} {...(here ? { 'aria-current': 'page' } : {})} {...(label === undefined ? {} : { 'aria-label': label })} {...rest}>{children}</Link>;
}
