import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface PartyProps {
  language: string;
  heading: string;
  intro: string;
  /** What coming together means; empty where that is not the question. */
  what: string;
  button: string;
  url: string;
  how: string;
  footer: string;
}

/** The question whether somebody comes together with a colleague, and who came or left since. */
export default function Party(props: PartyProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {props.what && <Text style={styles.text}>{props.what}</Text>}
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
      {props.how && <Text style={{ ...styles.quiet, marginTop: 24 }}>{props.how}</Text>}
    </MailLayout>
  );
}

Party.PreviewProps = {
  language: "en",
  heading: "Daan Visser asks whether you come together",
  intro: "Daan Visser would like to go to the workshops of DEELL Spring (20–21 May 2027) together with you.",
  what: "Whoever of you signs up does so for all of you: together or not at all. Each of you can give up their own seat later.",
  button: "Answer",
  url: "http://localhost:3000/together/secret",
  how: "The button opens a page where you say yes or no. Nothing happens until you do.",
  footer: "You get this mail because Daan Visser typed your address at DEELL Spring.",
} satisfies PartyProps;
