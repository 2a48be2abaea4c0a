import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { PhotoCard } from './photo-card.js';

/** My own photo, on my profile. */
export function OwnPhoto() {
  const { data } = useQuery(routeQuery('personPhotos', 'mine'));
  return data ? <PhotoCard photo={data} set={(picture) => api.personPhotos.setMine({ body: { data: picture } })} remove={() => api.personPhotos.removeMine()} /> : null;
}
