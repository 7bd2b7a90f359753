import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface EchoPart {
  title: string;
  /** What somebody said; the words may be empty. */
  lines: { who: string; words: string }[];
}

export interface LectureEchoProps {
  language: string;
  heading: string;
  intro: string;
  parts: EchoPart[];
  button: string;
  url: string;
  footer: string;
}

export default function LectureEcho({ parts, ...props }: LectureEchoProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {parts.map(({ title, lines }) => (
        <div key={title}>
          <Heading as="h2" style={{ ...styles.text, fontWeight: 600 }}>
            {title}
          </Heading>
          {lines.map(({ who, words }) =>
            words ? (
              <Text key={who + words} style={styles.quote}>
                {words}
                <br />
                <span style={{ color: styles.quiet.color }}>{who}</span>
              </Text>
            ) : (
              <Text key={who} style={styles.quote}>
                {who}
              </Text>
            ),
          )}
        </div>
      ))}
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
    </MailLayout>
  );
}

LectureEcho.PreviewProps = {
  language: "en",
  heading: "Thank you, Chloe",
  intro: "This is what “Bread without kneading” left behind.",
  parts: [
    {
      title: "2 colleagues say thanks",
      lines: [
        { who: "Daan Peters", words: "I baked the same evening." },
        { who: "Noor Bakker", words: "" },
      ],
    },
    { title: "A question to go deeper", lines: [{ who: "Bram Visser", words: "Does rye work as well?" }] },
  ],
  button: "Read them on the page",
  url: "http://localhost:3000/lectures/coffee-machine/2026-11-19",
  footer:
    "You get this mail because you spoke in At the coffee machine. Thanks are mailed once, not one by one.",
} satisfies LectureEchoProps;
