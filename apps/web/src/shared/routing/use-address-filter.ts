import { useSearchParams } from 'react-router';

/** Filters in the query of the address: one reads, the other sets (empty removes) and goes back to the first page. A name may stand there several times. */
export function useAddressFilter() {
  const [query, setQuery] = useSearchParams();
  const set = (values: Readonly<Record<string, string | readonly string[]>>) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('page');
        for (const [name, value] of Object.entries(values)) {
          next.delete(name);
          for (const one of typeof value === 'string' ? [value] : value) if (one !== '') next.append(name, one);
        }
        return next;
      },
      { replace: true },
    );
  return { get: (name: string) => query.get(name) ?? '', all: (name: string) => query.getAll(name), set };
}
