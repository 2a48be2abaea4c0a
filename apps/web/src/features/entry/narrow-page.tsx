import type { ReactNode } from 'react';

export interface NarrowPageProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A page with one small task for somebody who is not in yet. */
export function NarrowPage({ title, lead, children }: NarrowPageProps) {
  return (
    <div className="mx-auto w-full max-w-md px-4 py-8 sm:px-6 sm:py-14">
      <h1 tabIndex={-1} className="text-2xl sm:text-3xl">
        {title}
      </h1>
      {lead && <p className="mt-2 text-ink-soft">{lead}</p>}
      <div className="mt-6 grid gap-5">{children}</div>
    </div>
  );
}
