import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface LoginCodeProps {
  language: string;
  heading: string;
  intro: string;
  code: string;
  orButton: string;
  button: string;
  url: string;
  ignore: string;
  footer: string;
}

export default function LoginCode(props: LoginCodeProps) {
  return (
    <MailLayout language={props.language} preview={`${props.intro} ${props.code}`} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      <Text style={styles.code}>{props.code}</Text>
      <Text style={styles.text}>{props.orButton}</Text>
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
      <Text style={{ ...styles.quiet, marginTop: 24 }}>{props.ignore}</Text>
    </MailLayout>
  );
}

LoginCode.PreviewProps = {
  language: "en",
  heading: "Your code to sign in",
  intro: "Type this code on the page where you asked for it. It works once and for ten minutes:",
  code: "402 917",
  orButton: "Or sign in here, on this device:",
  button: "Sign in",
  url: "http://localhost:3000/login/code?email=anna%40waterland.example&code=402917",
  ignore: "Did you not ask for this? Then do nothing: without the code nobody gets in.",
  footer: "Percolate",
} satisfies LoginCodeProps;
