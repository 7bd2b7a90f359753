import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface ProposalReceivedProps {
  language: string;
  heading: string;
  intro: string;
  /** Until when it can be changed, or that it no longer can. */
  until: string;
  /** Whom we asked to give it too. */
  speakers: string | null;
  button: string;
  url: string;
  next: string;
  footer: string;
}

export default function ProposalReceived(props: ProposalReceivedProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {props.speakers && <Text style={styles.text}>{props.speakers}</Text>}
      <Text style={styles.text}>{props.until}</Text>
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
      <Text style={{ ...styles.quiet, marginTop: 24 }}>{props.next}</Text>
    </MailLayout>
  );
}

ProposalReceived.PreviewProps = {
  language: "en",
  heading: "Your proposal is in",
  intro: "We received “Waking up a tired team” for DEELL Autumn. Thank you!",
  until: "You can change it until Tue 12 Jan, 17:00.",
  speakers: "We asked Bas Willems to agree that you give it together.",
  button: "See or change it",
  url: "http://localhost:3000/festivals/deell-autumn/propose/1",
  next: "The hosts read all proposals after the call has closed. You hear from us either way.",
  footer: "You get this mail because you proposed a workshop for DEELL Autumn on Percolate.",
} satisfies ProposalReceivedProps;
