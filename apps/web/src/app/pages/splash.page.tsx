import { Mark } from '../../ui/logo.js';

/** Between the page of the server and the first page of ours: the same mark that index.html shows, so that nothing blinks. */
export function SplashPage() {
  return (
    <div className="splash" aria-hidden="true">
      <Mark className="size-14" />
    </div>
  );
}
