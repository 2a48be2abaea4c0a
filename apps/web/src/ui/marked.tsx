/** Text in which what was searched for stands out. The parts are text: nothing in them is read as markup. */
export function Marked({ parts }: { readonly parts: readonly { readonly text: string; readonly hit: boolean }[] }) {
  return (
    <>
      {parts.map((part, index) =>
        part.hit ? (
          // The parts of one text have no other name than their place.
          <mark key={index} className="rounded-[3px] bg-accent-soft px-0.5 font-semibold text-accent-ink">
            {part.text}
          </mark>
        ) : (
          <span key={index}>{part.text}</span>
        ),
      )}
    </>
  );
}
