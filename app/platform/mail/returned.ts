/** What nodemailer says of a conversation with a mail server that went wrong. */
interface SmtpError {
  responseCode?: unknown;
  command?: unknown;
}

/** Where the server speaks of this reader or this mail; a refused login or sender is ours to mend and tried again. */
const aboutTheMail = ["RCPT TO", "DATA"];

/** Whether a receiving server refused a mail for good (RFC 5321, 4.2.1: a reply of 500 and above). */
export function isReturned(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { responseCode, command } = error as SmtpError;
  return (
    typeof responseCode === "number" && responseCode >= 500 && aboutTheMail.some((one) => one === command)
  );
}
