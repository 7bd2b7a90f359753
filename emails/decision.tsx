import { Button, Heading, Link, Text } from "@react-email/components";
import { Fragment } from "react";
import { MailLayout, styles } from "./layout.tsx";

export interface DecisionProps {
  language: string;
  heading: string;
  preview: string;
  /** As the organisers wrote them; line ends within one stay. */
  paragraphs: string[];
  button: string;
  url: string;
  footer: string;
}

/** The organisers' own words, and the way to the proposal. */
export default function Decision(props: DecisionProps) {
  return (
    <MailLayout language={props.language} preview={props.preview} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      {props.paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and never move
        <Text key={index} style={styles.text}>
          <Lines text={paragraph} url={props.url} />
        </Text>
      ))}
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
    </MailLayout>
  );
}

function Lines({ text, url }: { text: string; url: string }) {
  return text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
    <Fragment key={index}>
      {index > 0 && <br />}
      {line.split(url).map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={place}>
          {place > 0 && (
            <Link href={url} style={styles.link}>
              {url}
            </Link>
          )}
          {part}
        </Fragment>
      ))}
    </Fragment>
  ));
}

Decision.PreviewProps = {
  language: "en",
  heading: "What we could stop doing",
  preview: "Your workshop is in the programme",
  paragraphs: [
    "Dear Tom,",
    "Good news: “What we could stop doing” is accepted for DEELL Autumn.",
    "Please confirm within a week that you give it.",
  ],
  button: "Confirm that you give it",
  url: "http://localhost:3000/festivals/deell-autumn/propose/00000000-0000-4000-8000-000000000001",
  footer: "You get this mail because you proposed or give this workshop for DEELL Autumn, on Percolate.",
} satisfies DecisionProps;
