import { Outlet } from 'react-router';
import { TopBar } from './top-bar.js';

/** Pages for everyone: the top bar and the page. */
export function PublicLayout() {
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar searchable={false} />
      <main id="isi" tabIndex={-1} className="grow">
        <Outlet />
      </main>
    </div>
  );
}
