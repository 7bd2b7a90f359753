import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface TurnPausedProps {
  language: string;
  heading: string;
  intro: string;
  /** Empty when they gave none. */
  reason: string;
  what: string;
  button: string;
  url: string;
  footer: string;
}

export default function TurnPaused(props: TurnPausedProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {props.reason && <Text style={styles.text}>{props.reason}</Text>}
      <Text style={styles.text}>{props.what}</Text>
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
    </MailLayout>
  );
}

TurnPaused.PreviewProps = {
  language: "en",
  heading: "Ask Chloe what would help",
  intro:
    "Chloe declined three times in a row in Coffee-machine lectures, so the roster asks them nothing for now.",
  reason: "Their last reason: Too much on my plate until spring.",
  what: "A word between two people works better than another mail. When it is settled, put them back on the page of the members.",
  button: "Open the members",
  url: "http://localhost:3000/lectures/coffee-machine/organise/members",
  footer: "You get this mail because you organise Coffee-machine lectures.",
} satisfies TurnPausedProps;
