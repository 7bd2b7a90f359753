import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface PersonInvitationProps {
  language: string;
  heading: string;
  intro: string;
  what: string;
  button: string;
  url: string;
  how: string;
  footer: string;
}

export default function PersonInvitation(props: PersonInvitationProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      <Text style={styles.text}>{props.what}</Text>
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
      <Text style={{ ...styles.quiet, marginTop: 24 }}>{props.how}</Text>
    </MailLayout>
  );
}

PersonInvitation.PreviewProps = {
  language: "en",
  heading: "Waterland would like you to join",
  intro: "Anna de Boer invites you to Waterland on Percolate.",
  what: "There you find the festivals and the coffee-machine lectures that colleagues give each other.",
  button: "Join Waterland",
  url: "http://localhost:3000/login?email=eva%40example.org",
  how: "You need no password: we mail a code to this address.",
  footer: "You get this mail because Anna de Boer invited you.",
} satisfies PersonInvitationProps;
