import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface SpeakersNewsProps {
  language: string;
  heading: string;
  intro: string;
  /** What somebody wrote, in their own words; empty where they wrote nothing. */
  reason: string;
  what: string;
  button: string;
  url: string;
  footer: string;
}

/** To organisers: speakers gave something up. To speakers: an answer is still open. */
export default function SpeakersNews(props: SpeakersNewsProps) {
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

SpeakersNews.PreviewProps = {
  language: "en",
  heading: "“Draw your organisation as a landscape” is withdrawn",
  intro: "Nadia Petrova of Polder cannot give it at DEELL Autumn after all.",
  reason: "They write: “I am on leave that week.”",
  what: "Its session is taken out of the draft. Two proposals are in reserve.",
  button: "See the proposals",
  url: "http://localhost:3000/festivals/deell-autumn/organise/proposals",
  footer: "You get this mail because you organise DEELL Autumn on Percolate.",
} satisfies SpeakersNewsProps;
