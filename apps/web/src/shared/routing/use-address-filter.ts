import { useSearchParams } from 'react-router';

/** Filters in the query of the address: one reads, the other sets (empty removes) and goes back to the first page. */
export function useAddressFilter() {
  const [query, setQuery] = useSearchParams();
  const set = (values: Readonly<Record<string, string>>) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('page');
        for (const [name, value] of Object.entries(values)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return { get: (name: string) => query.get(name) ?? '', set };
}
