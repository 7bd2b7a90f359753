import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface HostAnswerProps {
  language: string;
  heading: string;
  intro: string;
  /** In their own words; null when they said nothing. */
  message: string | null;
  button: string;
  url: string;
  footer: string;
}

export default function HostAnswer(props: HostAnswerProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {props.message && <Text style={styles.quote}>{props.message}</Text>}
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
    </MailLayout>
  );
}

HostAnswer.PreviewProps = {
  language: "en",
  heading: "Lumen joins you",
  intro: "Bram Visser accepted: Lumen is a host of DEELL spring now and can add its own rooms and sessions.",
  message: null,
  button: "See the hosts",
  url: "http://localhost:3000/festivals/deell-spring/organise/hosts",
  footer: "You get this mail because you organise for Waterland on Percolate.",
} satisfies HostAnswerProps;
