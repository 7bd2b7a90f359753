import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface HostInvitationProps {
  language: string;
  heading: string;
  intro: string;
  outcome: string;
  /** Who hosts it so far. */
  hosts: string;
  /** What the organiser who asks wrote; null when nothing. */
  message: string | null;
  button: string;
  url: string;
  note: string;
  footer: string;
}

export default function HostInvitation(props: HostInvitationProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {props.message && <Text style={styles.quote}>{props.message}</Text>}
      <Text style={styles.text}>{props.outcome}</Text>
      <Text style={styles.text}>{props.hosts}</Text>
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
      <Text style={{ ...styles.quiet, marginTop: 24 }}>{props.note}</Text>
    </MailLayout>
  );
}

HostInvitation.PreviewProps = {
  language: "en",
  heading: "Waterland asks Lumen to host a festival",
  intro: "Anna de Boer would like Lumen to be a host of DEELL spring 2027, 8–9 April 2027.",
  outcome: "What it is for: Everybody knows whom to ask about what.",
  hosts: "Hosted so far by Waterland + Kade.",
  message: "Your light lab would be the best room we could think of.",
  button: "See and answer",
  url: "http://localhost:3000/festivals/deell-spring/organise/hosts",
  note: "Any organiser of Lumen can answer; the first answer counts.",
  footer: "You get this mail because you organise for Lumen on Percolate.",
} satisfies HostInvitationProps;
