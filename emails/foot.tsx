import { Link, Text } from "@react-email/components";
import { styles } from "./layout.tsx";

export interface MailFootProps {
  stop: string;
  stopUrl: string;
  all: string;
  allUrl: string;
}

/** How to be rid of a sort of mail: the last line of every mail that can be refused. */
export default function MailFoot({ stop, stopUrl, all, allUrl }: MailFootProps) {
  const link = { ...styles.link, textDecoration: "underline" };
  return (
    <Text style={styles.quiet}>
      <Link href={stopUrl} style={link}>
        {stop}
      </Link>
      {" · "}
      <Link href={allUrl} style={link}>
        {all}
      </Link>
    </Text>
  );
}

MailFoot.PreviewProps = {
  stop: "Stop mail of this sort",
  stopUrl: "http://localhost:3000/unsubscribe/secret",
  all: "Choose what you are mailed",
  allUrl: "http://localhost:3000/account/mail",
} satisfies MailFootProps;
