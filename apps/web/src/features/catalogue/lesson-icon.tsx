import { CirclePlay, ExternalLink, FileText, ListChecks } from 'lucide-react';

const icons: Readonly<Record<string, typeof FileText>> = { video: CirclePlay, quiz: ListChecks, link: ExternalLink };

/** The sign of a kind of lesson; the words beside it say the same. */
export function LessonIcon({ kind, className }: { readonly kind: string; readonly className: string }) {
  const Icon = icons[kind] ?? FileText;
  return <Icon aria-hidden="true" className={className} />;
}
