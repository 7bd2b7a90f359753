/** A text as it was typed: blank lines part paragraphs, line ends stay. */
export function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  return (
    <div className="flex max-w-prose flex-col gap-4">
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="whitespace-pre-line break-words">
          {paragraph.trim()}
        </p>
      ))}
    </div>
  );
}
