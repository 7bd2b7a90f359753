import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface CoSpeakerInvitationProps {
  language: string;
  heading: string;
  intro: string;
  title: string;
  abstract: string;
  what: string;
  button: string;
  url: string;
  note: string;
  footer: string;
}

export default function CoSpeakerInvitation(props: CoSpeakerInvitationProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      <Text style={{ ...styles.text, fontWeight: 600, marginBottom: 4 }}>{props.title}</Text>
      <Text style={{ ...styles.text, whiteSpace: "pre-line" }}>{props.abstract}</Text>
      <Text style={styles.text}>{props.what}</Text>
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
      <Text style={{ ...styles.quiet, marginTop: 24 }}>{props.note}</Text>
    </MailLayout>
  );
}

CoSpeakerInvitation.PreviewProps = {
  language: "en",
  heading: "Will you give a workshop with Chloé Martens?",
  intro:
    "Chloé Martens (Kade) proposed a workshop for DEELL Autumn, 6–7 July 2027, and named you as co-speaker.",
  title: "Waking up a tired team",
  abstract: "Three games of ten minutes, and what they show about who is listening.",
  what: "Nothing is decided yet: the hosts still read all proposals. Say whether you would do it.",
  button: "Say yes or no",
  url: "http://localhost:3000/speaking/secret",
  note: "You need no password for this. Whoever has this link can answer for you, so please do not pass it on.",
  footer: "You get this mail because Chloé Martens typed your address.",
} satisfies CoSpeakerInvitationProps;
