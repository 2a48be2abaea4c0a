import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { PhotoCard } from './photo-card.js';

/** Somebody's photo, for whoever looks after their data. */
export default function PersonPhotoSection({ personId }: { readonly personId: string }) {
  const params = { personId };
  const { data } = useQuery(routeQuery('personPhotos', 'of', { params }));
  return data ? <PhotoCard className="mt-8 max-w-2xl" photo={data} set={(picture) => api.personPhotos.set({ params, body: { data: picture } })} remove={() => api.personPhotos.remove({ params })} /> : null;
}
