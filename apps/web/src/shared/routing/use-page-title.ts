import { useEffect } from 'react';

/** Gives the document its title: `Dasar-Dasar AI · Pamong`. Pass null while the name is still on its way. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title) document.title = `${title} · Pamong`;
  }, [title]);
}
