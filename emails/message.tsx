import { Button, Heading, Link, Text } from "@react-email/components";
import { Fragment } from "react";
import { MailLayout, styles } from "./layout.tsx";

export interface MessageProps {
  language: string;
  heading: string;
  /** Paragraphs of lines, as the organisers wrote them; only addresses of the web carry `href`. */
  paragraphs: { text: string; href?: string }[][][];
  button: string;
  url: string;
  /** Whom to answer: replies to the mail itself reach nobody. */
  answer: { words: string; address: string } | null;
  footer: string;
}

/** What organisers write to those who come. */
export default function Message(props: MessageProps) {
  const first = props.paragraphs[0]?.[0]?.map(({ text }) => text).join("") ?? "";
  return (
    <MailLayout language={props.language} preview={first} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      {props.paragraphs.map((lines, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and never move
        <Text key={index} style={{ ...styles.text, overflowWrap: "anywhere" }}>
          <Lines lines={lines} />
        </Text>
      ))}
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
      {props.answer && (
        <Text style={{ ...styles.quiet, marginTop: 24 }}>
          {props.answer.words}{" "}
          <Link href={`mailto:${props.answer.address}`} style={styles.link}>
            {props.answer.address}
          </Link>
        </Text>
      )}
    </MailLayout>
  );
}

function Lines({ lines }: { lines: MessageProps["paragraphs"][number] }) {
  return lines.map((stretches, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
    <Fragment key={index}>
      {index > 0 && <br />}
      {stretches.map(({ text, href }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={place}>
          {href ? (
            <Link href={href} style={styles.link}>
              {text}
            </Link>
          ) : (
            text
          )}
        </Fragment>
      ))}
    </Fragment>
  ));
}

Message.PreviewProps = {
  language: "en",
  heading: "Lunch is on the roof",
  paragraphs: [
    [[{ text: "We have changed the place of the lunch: it is on the roof of the Main building." }]],
    [
      [
        { text: "The way there: " },
        { text: "https://waterland.example/roof", href: "https://waterland.example/roof" },
      ],
    ],
  ],
  button: "Open the programme",
  url: "http://localhost:3000/festivals/deell-spring",
  answer: { words: "Questions? Anna de Wit reads them:", address: "anna@waterland.example" },
  footer: "Anna de Wit (Waterland) wrote this to all attendees of DEELL Spring, on Percolate.",
} satisfies MessageProps;
