import { Outlet } from 'react-router';

/** A page that is all there is for the moment, with its own way back: the course player, a running quiz. */
export function FocusLayout() {
  return (
    <main id="isi" tabIndex={-1} className="min-h-dvh">
      <Outlet />
    </main>
  );
}
