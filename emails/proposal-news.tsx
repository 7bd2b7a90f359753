import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface ProposalNewsProps {
  language: string;
  heading: string;
  intro: string;
  button?: string;
  url?: string;
  footer: string;
}

/** One sentence about who gives a proposal with whom. */
export default function ProposalNews({ language, heading, intro, button, url, footer }: ProposalNewsProps) {
  return (
    <MailLayout language={language} preview={intro} footer={footer}>
      <Heading style={styles.heading}>{heading}</Heading>
      <Text style={styles.text}>{intro}</Text>
      {button && url && (
        <Button href={url} style={styles.button}>
          {button}
        </Button>
      )}
    </MailLayout>
  );
}

ProposalNews.PreviewProps = {
  language: "en",
  heading: "Bas Willems joins you",
  intro: "Bas Willems agreed: you give “Waking up a tired team” together, if it is taken.",
  button: "See the proposal",
  url: "http://localhost:3000/festivals/deell-autumn/propose/1",
  footer: "You get this mail because you proposed a workshop for DEELL Autumn on Percolate.",
} satisfies ProposalNewsProps;
