/** Facts for search engines. `text` is JSON in which nothing can end the script. */
export function JsonLd({ text }: { text: string }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: its writer leaves no character that could close it
      dangerouslySetInnerHTML={{ __html: text }}
    />
  );
}
