import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { routeQuery } from '../../shared/api/route-query.js';

/** Organisations into which the caller may look, as a picker searches them. */
export function usePlaces() {
  const [text, setText] = useState('');
  const query = useQuery({ ...routeQuery('access', 'listPlaces', { query: { q: text } }), placeholderData: keepPreviousData });
  return { found: query.data?.items ?? [], onSearch: setText };
}
