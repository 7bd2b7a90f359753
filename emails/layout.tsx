import { Body, Container, Head, Hr, Html, Preview, Text } from "@react-email/components";
import type { CSSProperties, ReactNode } from "react";

const sans = "Figtree, 'Helvetica Neue', Arial, sans-serif";
const ink = "#33231a";
const quiet = "#6b584a";
const accent = "#a0472a";

/** Inline styles: mail programs read little else. */
export const styles = {
  heading: {
    fontFamily: "Fraunces, Georgia, serif",
    fontSize: 26,
    lineHeight: "32px",
    fontWeight: 500,
    margin: "0 0 16px",
  },
  text: { fontSize: 16, lineHeight: "24px", margin: "0 0 16px" },
  quote: {
    fontSize: 16,
    lineHeight: "24px",
    margin: "0 0 16px",
    borderLeft: "3px solid #e4d8c8",
    paddingLeft: 16,
    whiteSpace: "pre-line",
  },
  quiet: { fontSize: 14, lineHeight: "21px", margin: "0 0 8px", color: quiet },
  button: {
    backgroundColor: accent,
    color: "#ffffff",
    fontSize: 16,
    fontWeight: 600,
    padding: "12px 24px",
    borderRadius: 8,
  },
  code: {
    fontSize: 34,
    lineHeight: "44px",
    letterSpacing: 8,
    fontWeight: 600,
    fontVariantNumeric: "tabular-nums",
    margin: "0 0 16px",
  },
  link: { color: accent },
} satisfies Record<string, CSSProperties>;

export interface MailLayoutProps {
  language: string;
  /** What a mail program shows beside the subject. */
  preview: string;
  /** Why this mail came, and from whom. */
  footer: string;
  children: ReactNode;
}

/** The paper every mail is written on. */
export function MailLayout({ language, preview, footer, children }: MailLayoutProps) {
  return (
    <Html lang={language}>
      <Head>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{preview}</Preview>
      <Body
        style={{ backgroundColor: "#f6f0e7", color: ink, fontFamily: sans, margin: 0, padding: "24px 8px" }}
      >
        <Container
          style={{
            backgroundColor: "#fffdf9",
            border: "1px solid #e4d8c8",
            borderRadius: 12,
            maxWidth: 560,
            padding: "32px 24px",
          }}
        >
          {children}
          <Hr style={{ borderColor: "#e4d8c8", margin: "24px 0 16px" }} />
          <Text style={styles.quiet}>{footer}</Text>
          {/* Where the queue writes how to be rid of such mail, in those that can be refused. */}
          <div id="mail-foot" />
        </Container>
      </Body>
    </Html>
  );
}
